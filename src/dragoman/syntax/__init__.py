"""The neural part behind one protocol: tokens, morphology, dependency trees and names, many sentences at once."""
