"""Names of currencies that CLDR has otherwise or no longer, by language."""

from __future__ import annotations

# A name, "=", its ISO 4217 code.
MORE_NAMES = {
    "de": "finnische mark=FIM|deutsche mark=DEM|hongkong-dollar=HKD|us-dollar=USD",
    "es": "dólar de hong kong=HKD|dólares de hong kong=HKD|dólares estadounidenses=USD|yuanes=CNY|"
    "yuan=CNY|yenes=JPY|yen=JPY|marcos finlandeses=FIM|marcos alemanes=DEM|pesetas=ESP|wones=KRW|"
    "florines holandeses=NLG|francos franceses=FRF|dólar estadounidense=USD",
    "fr": "dollars de hong kong=HKD|marks finlandais=FIM|mark finlandais=FIM|yuans=CNY|yens=JPY|"
    "dollars américains=USD|francs français=FRF|wons=KRW|francs belges=BEF|deutsche marks=DEM",
    "it": "dollari di hong kong=HKD|marchi finlandesi=FIM|marchi tedeschi=DEM|fiorini olandesi=NLG|"
    "yuan=CNY|yen=JPY|won=KRW|dollari americani=USD|dollari statunitensi=USD|lire=ITL",
    "pt": "dólares de hong kong=HKD|dólar de hong kong=HKD|yuan chinês=CNY|iuanes=CNY|yuans=CNY|"
    "ienes=JPY|dólares americanos=USD|marcos finlandeses=FIM|florins holandeses=NLG|wons=KRW",
}
