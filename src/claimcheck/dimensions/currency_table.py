"""The words behind money in `units`: codes, signs, names and minor units of currencies."""

from __future__ import annotations

# ISO 4217 codes that news copy and company reports use.
CODES = tuple(
    "USD EUR GBP JPY CNY CHF CAD AUD NZD HKD SGD SEK NOK DKK ISK INR PKR BDT LKR KRW TWD THB MYR IDR PHP VND BRL MXN "
    "ARS CLP COP PEN RUB UAH PLN CZK HUF RON BGN TRY ILS AED SAR QAR KWD EGP ZAR NGN KES GHS MAD BTC".split()
)

# A bare sign stands for the currency that copy means by it; "kr", "Rs" and the bare words below name several
# countries' money and therefore stand for themselves.
CURRENCY_SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "USD$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "AUD$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "NT$": "TWD",
    "MX$": "MXN",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "CN¥": "CNY",
    "RMB": "CNY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "฿": "THB",
    "₦": "NGN",
    "₱": "PHP",
    "₴": "UAH",
    "₿": "BTC",
    "Rs": "rupee",
    "Rs.": "rupee",
    "kr": "krona",
    "Kč": "CZK",
    "zł": "PLN",
}

CURRENCY_NAMES = {
    "euro": "EUR", "dollar": "USD", "buck": "USD", "greenback": "USD", "pounds sterling": "GBP",
    "pound sterling": "GBP", "sterling": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "ruble": "RUB", "rouble": "RUB", "rupee": "rupee", "franc": "franc", "krona": "krona", "kronor": "krona",
    "krone": "krona", "kroner": "krona", "crown": "krona", "peso": "peso", "lira": "TRY", "rand": "ZAR",
    "zloty": "PLN", "forint": "HUF", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "naira": "NGN",
    "shekel": "ILS", "dirham": "AED", "riyal": "SAR", "dinar": "dinar", "shilling": "shilling", "real": "BRL",
    "reais": "BRL", "hryvnia": "UAH", "won": "KRW", "cedi": "GHS", "bitcoin": "BTC", "deutschmark": "DEM",
    "deutsche mark": "DEM",
}  # fmt: skip

NATIONAL = {
    "us": {"dollar": "USD"},
    "u.s.": {"dollar": "USD"},
    "american": {"dollar": "USD"},
    "canadian": {"dollar": "CAD"},
    "australian": {"dollar": "AUD"},
    "aussie": {"dollar": "AUD"},
    "new zealand": {"dollar": "NZD"},
    "hong kong": {"dollar": "HKD"},
    "singapore": {"dollar": "SGD"},
    "taiwan": {"dollar": "TWD"},
    "british": {"pound": "GBP"},
    "egyptian": {"pound": "EGP"},
    "japanese": {"yen": "JPY"},
    "chinese": {"yuan": "CNY"},
    "swiss": {"franc": "CHF"},
    "indian": {"rupee": "INR"},
    "pakistani": {"rupee": "PKR"},
    "swedish": {"krona": "SEK", "crown": "SEK"},
    "norwegian": {"krone": "NOK", "crown": "NOK"},
    "danish": {"krone": "DKK", "crown": "DKK"},
    "czech": {"crown": "CZK", "koruna": "CZK"},
    "mexican": {"peso": "MXN"},
    "argentine": {"peso": "ARS"},
    "chilean": {"peso": "CLP"},
    "colombian": {"peso": "COP"},
    "philippine": {"peso": "PHP"},
    "brazilian": {"real": "BRL"},
    "russian": {"ruble": "RUB", "rouble": "RUB"},
    "south african": {"rand": "ZAR"},
    "korean": {"won": "KRW"},
    "south korean": {"won": "KRW"},
    "turkish": {"lira": "TRY"},
}

# Minor units: currency and the part of it.
MINOR = {
    "us cent": ("USD", "0.01"),
    "us cents": ("USD", "0.01"),
    "u.s. cent": ("USD", "0.01"),
    "u.s. cents": ("USD", "0.01"),
    "american cents": ("USD", "0.01"),
    "cent": ("USD", "0.01"),
    "cents": ("USD", "0.01"),
    "euro cent": ("EUR", "0.01"),
    "euro cents": ("EUR", "0.01"),
    "eurocents": ("EUR", "0.01"),
    "canadian cents": ("CAD", "0.01"),
    "australian cents": ("AUD", "0.01"),
    "pence": ("GBP", "0.01"),
    "penny": ("GBP", "0.01"),
}
