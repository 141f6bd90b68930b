"""Currency names by language. Written by tools/make_currency_names.py from CLDR."""

from __future__ import annotations

# A line a currency: its ISO 4217 code, then its names.
NAMES = {
    "en": """
AED|uae dirham|uae dirhams|united arab emirates dirham
ARS|argentine peso|argentine pesos
AUD|australian dollar|australian dollars
BGN|bulgarian lev|bulgarian leva
BHD|bahraini dinar|bahraini dinars
BRL|brazilian real|brazilian reals
CAD|canadian dollar|canadian dollars
CHF|swiss franc|swiss francs
CLP|chilean peso|chilean pesos
CNY|chinese yuan
COP|colombian peso|colombian pesos
CRC|costa rican colón|costa rican colóns
CZK|czech koruna|czech korunas
DKK|danish krone|danish kroner
EGP|egyptian pound|egyptian pounds
EUR|euro|euros
GBP|british pound|british pounds
GEL|georgian lari|georgian laris
HKD|hong kong dollar|hong kong dollars
HRK|croatian kuna|croatian kunas
HUF|hungarian forint|hungarian forints
IDR|indonesian rupiah|indonesian rupiahs
ILS|israeli new shekel|israeli new shekels
INR|indian rupee|indian rupees
IQD|iraqi dinar|iraqi dinars
IRR|iranian rial|iranian rials
ISK|icelandic króna|icelandic krónur
JOD|jordanian dinar|jordanian dinars
JPY|japanese yen
KES|kenyan shilling|kenyan shillings
KRW|south korean won
KWD|kuwaiti dinar|kuwaiti dinars
KZT|kazakhstani tenge|kazakhstani tenges
LBP|lebanese pound|lebanese pounds
LKR|sri lankan rupee|sri lankan rupees
MAD|moroccan dirham|moroccan dirhams
MNT|mongolian tugrik|mongolian tugriks
MXN|mexican peso|mexican pesos
MYR|malaysian ringgit|malaysian ringgits
NGN|nigerian naira|nigerian nairas
NOK|norwegian krone|norwegian kroner
NZD|new zealand dollar|new zealand dollars
OMR|omani rial|omani rials
PEN|peruvian sol|peruvian soles
PHP|philippine peso|philippine pesos
PKR|pakistani rupee|pakistani rupees
PLN|polish zloty|polish zlotys
QAR|qatari riyal|qatari riyals
RON|romanian lei|romanian leu
RSD|serbian dinar|serbian dinars
RUB|russian ruble|russian rubles
SAR|saudi riyal|saudi riyals
SEK|swedish krona|swedish kronor
SGD|singapore dollar|singapore dollars
THB|thai baht
TND|tunisian dinar|tunisian dinars
TRY|turkish lira
TWD|new taiwan dollar|new taiwan dollars
UAH|ukrainian hryvnia|ukrainian hryvnias
USD|us dollar|us dollars
UYU|uruguayan peso|uruguayan pesos
VND|vietnamese dong
ZAR|south african rand
""",
    "de": """
AED|vae-dirham
ARS|argentinische pesos|argentinischer peso
AUD|australische dollar|australischer dollar
BGN|bulgarische lew|bulgarischer lew
BHD|bahrain-dinar
BRL|brasilianische real|brasilianischer real
CAD|kanadische dollar|kanadischer dollar
CHF|schweizer franken
CLP|chilenische pesos|chilenischer peso
CNY|chinesischer yuan|renminbi yuan
COP|kolumbianische pesos|kolumbianischer peso
CRC|costa-rica-colón
CZK|tschechische krone|tschechische kronen
DKK|dänische krone|dänische kronen
EGP|ägyptische pfund|ägyptisches pfund
EUR|euro
GBP|britische pfund|britisches pfund
GEL|georgische lari|georgischer lari
HKD|hongkong-dollar
HRK|kroatische kuna|kroatischer kuna
HUF|ungarische forint|ungarischer forint
IDR|indonesische rupiah
ILS|israelische neue schekel|israelischer neuer schekel
INR|indische rupie|indische rupien
IQD|irakische dinar|irakischer dinar
IRR|iranische rial|iranischer rial
ISK|isländische krone|isländische kronen
JOD|jordanische dinar|jordanischer dinar
JPY|japanische yen|japanischer yen
KES|kenia-schilling
KRW|südkoreanische won|südkoreanischer won
KWD|kuwait-dinar
KZT|kasachische tenge|kasachischer tenge
LBP|libanesische pfund|libanesisches pfund
LKR|sri-lanka-rupie|sri-lanka-rupien
MAD|marokkanische dirham|marokkanischer dirham
MNT|mongolische tögrög|mongolischer tögrög
MXN|mexikanische pesos|mexikanischer peso
MYR|malaysische ringgit|malaysischer ringgit
NGN|nigerianische naira|nigerianischer naira
NOK|norwegische krone|norwegische kronen
NZD|neuseeland-dollar
OMR|omanische rials|omanischer rial
PEN|peruanische sol|peruanischer sol
PHP|philippinische pesos|philippinischer peso
PKR|pakistanische rupie|pakistanische rupien
PLN|polnische złoty|polnischer złoty
QAR|katar-riyal
RON|rumänische leu|rumänischer leu
RSD|serbische dinaren|serbischer dinar
RUB|russische rubel|russischer rubel
SAR|saudi-rial
SEK|schwedische krone|schwedische kronen
SGD|singapur-dollar
THB|thailändische baht|thailändischer baht
TND|tunesische dinar|tunesischer dinar
TRY|türkische lira
TWD|neue taiwan-dollar|neuer taiwan-dollar
UAH|ukrainische hrywen|ukrainische hrywnja
USD|us-dollar
UYU|uruguayische pesos|uruguayischer peso
VND|vietnamesische dong|vietnamesischer dong
ZAR|südafrikanische rand|südafrikanischer rand
""",
    "fr": """
AED|dirham des émirats arabes unis|dirhams des émirats arabes unis
ARS|peso argentin|pesos argentins
AUD|dollar australien|dollars australiens
BGN|lev bulgare|levs bulgares
BHD|dinar bahreïni|dinars bahreïnis
BRL|réal brésilien|réals brésiliens
CAD|dollar canadien|dollars canadiens
CHF|franc suisse|francs suisses
CLP|peso chilien|pesos chiliens
CNY|yuan renminbi chinois|yuans renminbi chinois
COP|peso colombien|pesos colombiens
CRC|colón costaricain|colóns costaricains
CZK|couronne tchèque|couronnes tchèques
DKK|couronne danoise|couronnes danoises
EGP|livre égyptienne|livres égyptiennes
EUR|euro|euros
GBP|livre sterling|livres sterling
GEL|lari géorgien|lari géorgiens
HKD|dollar de hong kong|dollars de hong kong
HRK|kuna croate|kunas croates
HUF|forint hongrois|forints hongrois
IDR|roupie indonésienne|roupies indonésiennes
ILS|nouveau shekel israélien|nouveaux shekels israéliens
INR|roupie indienne|roupies indiennes
IQD|dinar irakien|dinars irakiens
IRR|riyal iranien|riyals iraniens
ISK|couronne islandaise|couronnes islandaises
JOD|dinar jordanien|dinars jordaniens
JPY|yen japonais|yens japonais
KES|shilling kényan|shillings kényans
KRW|won sud-coréen|wons sud-coréens
KWD|dinar koweïtien|dinar koweïtiens
KZT|tenge kazakh|tenges kazakhs
LBP|livre libanaise|livres libanaises
LKR|roupie srilankaise|roupies srilankaises
MAD|dirham marocain|dirhams marocains
MNT|tugrik mongol|tugriks mongols
MXN|peso mexicain|pesos mexicains
MYR|ringgit malais|ringgits malais
NGN|naira nigérian|nairas nigérians
NOK|couronne norvégienne|couronnes norvégiennes
NZD|dollar néo-zélandais|dollars néo-zélandais
OMR|riyal omanais|riyals omanis
PEN|sol péruvien|sols péruviens
PHP|peso philippin|pesos philippins
PKR|roupie pakistanaise|roupies pakistanaises
PLN|zloty polonais|zlotys polonais
QAR|riyal qatari|riyals qataris
RON|lei roumains|leu roumain
RSD|dinar serbe|dinars serbes
RUB|rouble russe|roubles russes
SAR|riyal saoudien|riyals saoudiens
SEK|couronne suédoise|couronnes suédoises
SGD|dollar de singapour|dollars de singapour
THB|baht thaïlandais|bahts thaïlandais
TND|dinar tunisien|dinars tunisiens
TRY|livre turque|livres turques
TWD|nouveau dollar taïwanais|nouveaux dollars taïwanais
UAH|hryvnia ukrainienne|hryvnias ukrainiennes
USD|dollar des états-unis|dollars des états-unis
UYU|peso uruguayen|pesos uruguayens
VND|dông vietnamien|dôngs vietnamiens
ZAR|rand sud-africain|rands sud-africains
""",
    "es": """
AED|dírham de los emiratos árabes unidos|dírhams de los emiratos árabes unidos
ARS|peso argentino|pesos argentinos
AUD|dólar australiano|dólares australianos
BGN|leva búlgara|levas búlgaras
BHD|dinar bareiní|dinares bareiníes
BRL|real brasileño|reales brasileños
CAD|dólar canadiense|dólares canadienses
CHF|franco suizo|francos suizos
CLP|peso chileno|pesos chilenos
CNY|yuan renminbi|yuanes renminbi
COP|peso colombiano|pesos colombianos
CRC|colones costarricenses|colón costarricense
CZK|corona checa|coronas checas
DKK|corona danesa|coronas danesas
EGP|libra egipcia|libras egipcias
EUR|euro|euros
GBP|libra esterlina|libras esterlinas
GEL|lari georgiano|laris georgianos
HKD|dólar hongkonés|dólares hongkoneses
HRK|kuna croata|kunas croatas
HUF|forinto húngaro|forintos húngaros
IDR|rupia indonesia|rupias indonesias
ILS|nuevo séquel israelí|nuevos séqueles israelíes
INR|rupia india|rupias indias
IQD|dinar iraquí|dinares iraquíes
IRR|rial iraní|riales iraníes
ISK|corona islandesa|coronas islandesas
JOD|dinar jordano|dinares jordanos
JPY|yen japonés|yenes japoneses
KES|chelines kenianos|chelín keniano
KRW|won surcoreano|wons surcoreanos
KWD|dinar kuwaití|dinares kuwaitíes
KZT|tengue kazajo|tengues kazajos
LBP|libra libanesa|libras libanesas
LKR|rupia esrilanquesa|rupias esrilanquesas
MAD|dírham marroquí|dírhams marroquíes
MNT|tugrik mongol|tugriks mongoles
MXN|peso mexicano|pesos mexicanos
MYR|ringit malasio|ringits malasios
NGN|naira nigeriano|nairas nigerianos
NOK|corona noruega|coronas noruegas
NZD|dólar neozelandés|dólares neozelandeses
OMR|rial omaní|riales omaníes
PEN|sol peruano|soles peruanos
PHP|peso filipino|pesos filipinos
PKR|rupia pakistaní|rupias pakistaníes
PLN|esloti polaco|eslotis polacos
QAR|rial catarí|riales cataríes
RON|leu rumano|leus rumanos
RSD|dinar serbio|dinares serbios
RUB|rublo ruso|rublos rusos
SAR|rial saudí|riales saudíes
SEK|corona sueca|coronas suecas
SGD|dólar singapurense|dólares singapurenses
THB|bat tailandés|bats tailandeses
TND|dinar tunecino|dinares tunecinos
TRY|lira turca|liras turcas
TWD|nuevo dólar taiwanés|nuevos dólares taiwaneses
UAH|grivna ucraniana|grivnas ucranianas
USD|dólar estadounidense|dólares estadounidenses
UYU|peso uruguayo|pesos uruguayos
VND|dong vietnamita|dongs vietnamitas
ZAR|rand sudafricano|rands sudafricanos
""",
    "it": """
AED|dirham degli eau|dirham degli emirati arabi uniti
ARS|peso argentino|pesos argentini
AUD|dollari australiani|dollaro australiano
BGN|lev bulgaro|leva bulgari
BHD|dinari del bahrein|dinaro del bahrein
BRL|real brasiliani|real brasiliano
CAD|dollari canadesi|dollaro canadese
CHF|franchi svizzeri|franco svizzero
CLP|peso cileno|pesos cileni
CNY|yuan cinese|yuan cinesi
COP|peso colombiano|pesos colombiani
CRC|colón costaricani|colón costaricano
CZK|corona ceca|corone ceche
DKK|corona danese|corone danesi
EGP|sterlina egiziana|sterline egiziane
EUR|euro
GBP|sterlina britannica|sterline britanniche
GEL|lari georgiani|lari georgiano
HKD|dollari di hong kong|dollaro di hong kong
HRK|kuna croata|kune croate
HUF|fiorini ungheresi|fiorino ungherese
IDR|rupia indonesiana|rupie indonesiane
ILS|nuovi sicli israeliani|nuovo siclo israeliano
INR|rupia indiana|rupie indiane
IQD|dinari iracheni|dinaro iracheno
IRR|rial iraniani|rial iraniano
ISK|corona islandese|corone islandesi
JOD|dinari giordani|dinaro giordano
JPY|yen giapponese|yen giapponesi
KES|scellini kenioti|scellino keniota
KRW|won sudcoreani|won sudcoreano
KWD|dinari kuwaitiani|dinaro kuwaitiano
KZT|tenge kazaki|tenge kazako
LBP|lira libanese|lire libanesi
LKR|rupia di sri lanka|rupie di sri lanka
MAD|dirham marocchini|dirham marocchino
MNT|tugrik mongoli|tugrik mongolo
MXN|peso messicano|pesos messicani
MYR|ringgit malese|ringgit malesi
NGN|naira nigeriana|naire nigeriane
NOK|corona norvegese|corone norvegesi
NZD|dollari neozelandesi|dollaro neozelandese
OMR|rial omanita|rial omaniti
PEN|sol peruviani|sol peruviano
PHP|peso filippino|pesos filippini
PKR|rupia pakistana|rupie pakistane
PLN|zloty polacchi|zloty polacco
QAR|rial qatariani|rial qatariano
RON|lei rumeni|leu rumeno
RSD|dinara serbi|dinaro serbo
RUB|rubli russi|rublo russo
SAR|riyal saudita|riyal sauditi
SEK|corona svedese|corone svedesi
SGD|dollari di singapore|dollaro di singapore
THB|baht thailandese|baht thailandesi
TND|dinari tunisini|dinaro tunisino
TRY|lira turca|lire turche
TWD|nuovi dollari taiwanesi|nuovo dollaro taiwanese
UAH|grivnia ucraina|grivnie ucraine
USD|dollari statunitensi|dollaro statunitense
UYU|peso uruguayano|pesos uruguayani
VND|dong vietnamita|dong vietnamiti
ZAR|rand sudafricani|rand sudafricano
""",
    "pt": """
AED|dirham dos eau|dirham dos emirados árabes unidos|dirhams dos eau
ARS|peso argentino|pesos argentinos
AUD|dólar australiano|dólares australianos
BGN|lev búlgaro|levs búlgaros
BHD|dinar bareinita|dinares bareinitas
BRL|reais brasileiros|real brasileiro
CAD|dólar canadense|dólares canadenses
CHF|franco suíço|francos suíços
CLP|peso chileno|pesos chilenos
CNY|yuan chinês|yuans chineses
COP|peso colombiano|pesos colombianos
CRC|colón costarriquenho|colóns costarriquenhos
CZK|coroa tcheca|coroas tchecas
DKK|coroa dinamarquesa|coroas dinamarquesas
EGP|libra egípcia|libras egípcias
EUR|euro|euros
GBP|libra esterlina|libras esterlinas
GEL|lari georgiano|laris georgianos
HKD|dólar de hong kong|dólares de hong kong
HRK|kuna croata|kunas croatas
HUF|florim húngaro|florins húngaros
IDR|rupia indonésia|rupias indonésias
ILS|novo shekel israelense|novos shekels israelenses
INR|rupia indiana|rupias indianas
IQD|dinar iraquiano|dinares iraquianos
IRR|rial iraniano|riales iranianos
ISK|coroa islandesa|coroas islandesas
JOD|dinar jordaniano|dinares jordanianos
JPY|iene japonês|ienes japoneses
KES|xelim queniano|xelins quenianos
KRW|won sul-coreano|wons sul-coreanos
KWD|dinar kuwaitiano|dinares kuwaitianos
KZT|tenge cazaque|tenges cazaques
LBP|libra libanesa|libras libanesas
LKR|rupia cingalesa|rupias cingalesas
MAD|dirham marroquino|dirhams marroquinos
MNT|tugrik mongol|tugriks mongóis
MXN|peso mexicano|pesos mexicanos
MYR|ringgit malaio|ringgits malaios
NGN|naira nigeriana|nairas nigerianas
NOK|coroa norueguesa|coroas norueguesas
NZD|dólar neozelandês|dólares neozelandeses
OMR|rial omanense|riales omanenses
PEN|novo sol peruano|novos sóis peruanos
PHP|peso filipino|pesos filipinos
PKR|rupia paquistanesa|rupias paquistanesas
PLN|zloty polonês|zlotys poloneses
QAR|rial catariano|riales catarianos
RON|leu romeno|leus romenos
RSD|dinar sérvio|dinares sérvios
RUB|rublo russo|rublos russos
SAR|riyal saudita|riyales sauditas
SEK|coroa sueca|coroas suecas
SGD|dólar singapuriano|dólares singapurianos
THB|baht tailandês|bahts tailandeses
TND|dinar tunisiano|dinares tunisianos
TRY|lira turca|liras turcas
TWD|novo dólar taiwanês|novos dólares taiwaneses
UAH|hryvnia ucraniano|hryvnias ucranianos
USD|dólar americano|dólares americanos
UYU|peso uruguaio|pesos uruguaios
VND|dong vietnamita|dongs vietnamitas
ZAR|rand sul-africano|rands sul-africanos
""",
}
