"""The register: readings merged into records (pure), and the store that keeps both. Extraction never sees it."""
