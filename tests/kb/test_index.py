"""Look-ups: who, what and where on a day."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeBaseError, UnknownCountry
from dragoman.kb import load_kb
from dragoman.kb.index import load_rows
from dragoman.kb.tables import package_folder

KB = load_kb()
HEADER = "person\trole\tcountry\tacting\tsource\tvalid_from\tvalid_to"


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


class TestHolders:
    @pytest.mark.parametrize(
        ("role", "country", "on", "person"),
        [
            ("president", "KZ", "2019-03-19", "nazarbayev-nursultan"),
            ("president", "KZ", "2019-03-20", "tokayev-kassym-jomart"),
            ("president", "AZ", "2003-10-30", "aliyev-heydar"),
            ("president", "AZ", "2003-11-01", "aliyev-ilham"),
            ("president", "UZ", "2020-01-01", "mirziyoyev-shavkat"),
            ("president", "US", "2021-01-19", "trump-donald"),
            ("president", "US", "2021-01-21", "biden-joe"),
            ("prime_minister", "AM", "2018-05-09", "pashinyan-nikol"),
            ("foreign_minister", "RU", "2004-03-10", "lavrov-sergey"),
        ],
    )
    def test_on_a_day(self, role: str, country: str, on: str, person: str) -> None:
        holder = KB.holder(role, country, day(on))
        assert holder is not None
        assert holder.person == person

    def test_day_of_hand_over_has_both_the_new_one_first(self) -> None:
        both = KB.holders("president", "US", day("2021-01-20"))
        assert [t.person for t in both] == ["biden-joe", "trump-donald"]

    def test_without_a_day_nobody_can_be_told(self) -> None:
        assert KB.holders("president", "KZ", None) == ()
        assert KB.holder("president", "KZ", None) is None

    def test_former_holders_latest_first(self) -> None:
        former = [t.person for t in KB.past_holders("president", "KG", day("2019-01-01"))]
        assert former[:2] == ["atambayev-almazbek", "otunbayeva-roza"]

    def test_nobody_is_known(self) -> None:
        assert KB.holder("president", "XZ", day("2020-01-01")) is None

    def test_acting_one_stands_behind(self, tmp_path: Path) -> None:
        rows = ("acting-ivan\tpresident\tXA\tyes\trecall\t2020-02\t", "real-petr\tpresident\tXA\t\trecall\t2019\t")
        (tmp_path / "tenures.tsv").write_text("\n".join((HEADER, *rows)), encoding="utf-8")
        held = load_kb(tmp_path).holders("president", "XA", day("2020-05-05"))
        assert [t.person for t in held] == ["real-petr", "acting-ivan"]


class TestLeaders:
    @pytest.mark.parametrize(
        ("country", "person"),
        [
            ("KZ", "tokayev-kassym-jomart"),
            ("AM", "pashinyan-nikol"),
            ("DE", "scholz-olaf"),
            ("GB", "sunak-rishi"),
            ("RS", "vucic-aleksandar"),
            ("SA", "salman-bin-abdulaziz"),
            ("AF", "akhundzada-hibatullah"),
        ],
    )
    def test_leader(self, country: str, person: str) -> None:
        leader = KB.leader(country, day("2024-05-01"))
        assert leader is not None
        assert leader.person == person

    def test_every_state_has_one_of_the_roles_and_all_are_tried(self) -> None:
        roles = {"president", "monarch", "supreme_leader", "prime_minister"}
        for code in (*KB.states, "UN", ""):
            assert set(KB.leading_roles(code)) == roles
            assert len(KB.leading_roles(code)) == 4

    def test_table_without_the_column_means_president(self, tmp_path: Path) -> None:
        (tmp_path / "states.tsv").write_text(
            "code\tname_ru\tname_en\tsource\tvalid_from\tvalid_to\nXA\tСеверия\tSeveria\trecall\t\t\n", encoding="utf-8"
        )
        assert load_kb(tmp_path).leading_roles("XA")[0] == "president"


class TestCountries:
    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ("KZ", "KZ"), ("kz", "KZ"), ("Казахстан", "KZ"), ("РК", "KZ"), ("Kazakhstan", "KZ"), ("Киргизия", "KG"),
            ("Кыргызстан", "KG"), ("ООН", "UN"), ("ОТГ", "OTS"), ("Беларусь", "BY"), ("  белоруссия ", "BY"),
            ("AU", "AU"),
            ("Африканский союз", "AFRICAN_UNION"), ("Türkiye", "TR"),
        ],
    )  # fmt: skip
    def test_by_code_or_name(self, given: str, code: str) -> None:
        assert KB.country(given) == code

    def test_unknown_one_names_the_nearest(self) -> None:
        with pytest.raises(UnknownCountry) as caught:
            KB.country("Казахстон")
        assert caught.value.nearest[0] == "KZ (Казахстан)"
        assert "Казахстон" in str(caught.value)
        assert "nearest: KZ" in str(caught.value)

    def test_nothing_near(self) -> None:
        with pytest.raises(UnknownCountry) as caught:
            KB.country("ъъъъъъъъъъъъъ")
        assert caught.value.nearest == ()

    def test_no_state_hides_behind_an_organisation(self) -> None:
        for code in KB.states:
            assert KB.country(code) == code


class TestPlaces:
    @pytest.mark.parametrize(
        ("on", "name"),
        [
            ("2005-01-01", "Астана"),
            ("2019-03-22", "Астана"),
            ("2019-03-23", "Нур-Султан"),
            ("2022-09-16", "Нур-Султан"),
            ("2022-09-18", "Астана"),
            ("2025-01-01", "Астана"),
        ],
    )
    def test_capital_by_the_name_of_its_day(self, on: str, name: str) -> None:
        capital = KB.capital("KZ", day(on))
        assert capital is not None
        assert capital.name_ru == name

    def test_state_without_a_capital_on_record(self) -> None:
        assert KB.capital("XZ", day("2020-01-01")) is None


class TestOutlets:
    @pytest.mark.parametrize(
        ("given", "outlet"),
        [
            ("report.az", "report.az"),
            ("ru.report.az", "report.az"),
            ("https://www.report.az/", "report.az"),
            ("ТАСС", "tass.ru"),
            ("Казинформ", "inform.kz"),
            ("t.me/aqorda_resmi", "t.me/aqorda_resmi"),
        ],
    )
    def test_by_domain_subdomain_name_channel(self, given: str, outlet: str) -> None:
        found = KB.outlet(given)
        assert found is not None
        assert found.id == outlet

    @pytest.mark.parametrize("given", ["", "az", "no-such.example", "a.b.c.d.example", "Вестник Северии"])
    def test_unknown(self, given: str) -> None:
        assert KB.outlet(given) is None


class TestMembers:
    def test_by_day(self) -> None:
        assert "UZ" not in KB.members("OTS", day("2018-01-01"))
        assert {"AZ", "KG", "KZ", "TR", "UZ"} <= set(KB.members("OTS", day("2023-01-01")))

    def test_observers_are_no_members(self) -> None:
        assert "TM" not in KB.members("OTS", day("2023-01-01"))

    def test_sorted(self) -> None:
        assert list(KB.members("CIS", None)) == sorted(KB.members("CIS", None))


class TestLoading:
    def test_later_folder_wins_by_key(self, tmp_path: Path) -> None:
        (tmp_path / "outlets.tsv").write_text(
            "id\tname\tcountry\tkind\tsource\tvalid_from\tvalid_to\nreport.az\tМой Report\tAZ\tagency\tme\t\t\n",
            encoding="utf-8",
        )
        laid_over = load_kb(tmp_path)
        assert laid_over.outlets["report.az"].name == "Мой Report"
        assert set(laid_over.outlets) == set(KB.outlets)
        assert laid_over.digest != KB.digest

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("person\trole\n", ":1: missing column"),
            (HEADER + "\na\tb\n", ":2: 2 cells, the header has 7"),
        ],
    )
    def test_broken_table(self, text: str, what: str, tmp_path: Path) -> None:
        (tmp_path / "tenures.tsv").write_text(text, encoding="utf-8")
        with pytest.raises(KnowledgeBaseError, match=what):
            load_kb(tmp_path)

    def test_folder_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeBaseError, match="no such"):
            load_kb(tmp_path / "no")
        with pytest.raises(KnowledgeBaseError, match="no table there"):
            load_kb(tmp_path)

    def test_is_quick(self) -> None:
        """Processor time, the best of three: 50 ms when written; a second would be felt at each command."""
        spent = []
        for _ in range(3):
            start = time.process_time()
            load_rows([package_folder()])
            spent.append(time.process_time() - start)
        assert min(spent) < 1.0
