"""Capitalised words that tell what a name is: places, people's titles, company suffixes, calendars.

Data only, all in lower case.
"""

from __future__ import annotations

from summarizer.grounding.wordlist import phrases as _lines

COUNTRIES = _lines(
    """
    argentina, australia, austria, bangladesh, belgium, brazil, britain, bulgaria, cambodia,
    canada, chile, china, colombia, croatia, cyprus, czechia, czech republic, denmark, ecuador,
    egypt, estonia, ethiopia, eurozone, euro zone, euro area, european union, eu, finland, france,
    germany, ghana, greece, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland,
    israel, italy, japan, jordan, kazakhstan, kenya, kuwait, latvia, lebanon, lithuania,
    luxembourg, malaysia, mexico, mongolia, morocco, myanmar, netherlands, new zealand, nigeria,
    norway, oman, pakistan, panama, peru, philippines, poland, portugal, qatar, romania, russia,
    saudi arabia, scotland, senegal, serbia, singapore, slovakia, slovenia, south africa, south
    korea, spain, sri lanka, sweden, switzerland, taiwan, tanzania, thailand, tunisia, turkey,
    uganda, uk, u.k., ukraine, united arab emirates, uae, united kingdom, united states, us, u.s.,
    usa, uruguay, venezuela, vietnam, wales, zambia, zimbabwe, england, northern ireland
    """
)
PLACES = COUNTRIES | _lines(
    """
    africa, america, antarctica, asia, asia-pacific, europe, latin america, middle east, north
    america, north sea, south america, southeast asia, western europe, eastern europe, pacific,
    atlantic, mediterranean, baltic, amsterdam, athens, atlanta, bangkok, barcelona, beijing,
    berlin, birmingham, boston, brussels, bucharest, budapest, buenos aires, cairo, california,
    chicago, copenhagen, dallas, delhi, denver, detroit, doha, dubai, dublin, edinburgh, florida,
    frankfurt, geneva, glasgow, hamburg, hangzhou, helsinki, houston, istanbul, jakarta,
    johannesburg, kyiv, lagos, leeds, leipzig, lisbon, london, los angeles, lyon, madrid,
    manchester, manila, melbourne, miami, milan, montreal, moscow, mumbai, munich, nairobi, new
    delhi, new jersey, new york, norfolk, osaka, oslo, paris, perth, prague, rio de janeiro,
    riyadh, rome, rotterdam, san francisco, sao paulo, são paulo, santiago, seattle, seoul,
    shanghai, shenzhen, silicon valley, stockholm, sydney, taipei, tel aviv, texas, tokyo,
    toronto, vancouver, vienna, virginia, wall street, warsaw, washington, zurich, zürich, ohio,
    michigan, georgia, nevada, arizona, guangdong, zhejiang
    """
)
NATIONALITIES = _lines(
    """
    african, american, argentine, argentinian, asian, australian, austrian, belgian, brazilian,
    british, canadian, chilean, chinese, colombian, czech, danish, dutch, egyptian, english,
    european, finnish, french, german, greek, hungarian, indian, indonesian, irish, israeli,
    italian, japanese, kenyan, korean, latin, malaysian, mexican, nigerian, nordic, norwegian,
    pakistani, polish, portuguese, qatari, romanian, russian, saudi, scottish, south african,
    south korean, spanish, swedish, swiss, taiwanese, thai, turkish, ukrainian, vietnamese, welsh,
    western, eastern, northern, southern
    """
)
CALENDAR = _lines(
    """
    january, february, march, april, may, june, july, august, september, october, november,
    december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, monday, tuesday,
    wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun, christmas,
    easter, ramadan, lunar new year, new year, golden week, thanksgiving, black friday, q1, q2,
    q3, q4, h1, h2
    """
)
PERSON_TITLES = _lines(
    """
    ceo, cfo, coo, cto, chief, executive, officer, president, chairman, chairwoman, chair,
    director, manager, minister, prime, secretary, senator, governor, mayor, chancellor, judge,
    justice, professor, dr, dr., mr, mr., mrs, mrs., ms, ms., sir, lord, lady, dame, king, queen,
    prince, analyst, economist, strategist, founder, co-founder, cofounder, spokesman,
    spokeswoman, spokesperson, commissioner, treasurer, senior, vice, head, general, boss,
    billionaire, investor, trader, captain, coach, sheriff, prosecutor, detective, dame, deputy,
    inspector, sergeant, colonel, striker, midfielder, defender, goalkeeper, batsman, bowler,
    lawyer, engineer, nurse, doctor, farmer, owner, father, mother, bishop, prof, prof.
    """
)
PERSON_ROLES = _lines(
    """
    analyst, economist, strategist, ceo, cfo, president, chairman, chairwoman, director, manager,
    minister, spokesman, spokeswoman, spokesperson, founder, chief, head, investor, governor,
    partner
    """
)
GIVEN_NAMES = _lines(
    """
    adam, alan, albert, alex, alexander, alice, amanda, amy, ana, andrea, andrew, angela, ann,
    anna, anne, anthony, antonio, arthur, barbara, ben, benjamin, bernard, bill, bob, brian, carl,
    carlos, carol, caroline, cathie, catherine, charles, chris, christian, christine, christopher,
    claire, clara, claudia, daniel, david, deborah, dennis, diana, donald, doug, eddie, edward,
    elena, elizabeth, elon, emily, emma, eric, erik, eva, fatima, felix, frank, gary, george,
    grace, greg, hannah, hans, harry, helen, henry, howard, ian, ingrid, isabel, ivan, jack,
    james, jamie, jan, jane, janet, jason, jean, jeff, jennifer, jens, jerome, jessica, jim, joan,
    joe, johan, john, jonas, jonathan, jorge, jose, joseph, juan, julia, julie, karen, karl, kate,
    katherine, keith, kelly, ken, kevin, klaus, lars, laura, lawrence, lee, leo, lena, linda,
    lisa, louis, lucas, lucy, luis, maria, marie, mario, mark, marta, martin, mary, matt, matthew,
    max, mei, michael, michelle, miguel, mike, mohammed, nancy, natalia, neil, nicholas, nick,
    nicole, nina, oliver, olivia, oscar, pablo, pat, patricia, patrick, paul, pedro, peter,
    philip, phil, pierre, priya, rachel, rajesh, ralph, raj, rebecca, richard, rita, rob, robert,
    roger, ron, rosa, ruth, ryan, sam, samuel, sandra, sara, sarah, scott, sean, sergei, sharon,
    simon, sofia, sophie, stefan, stephen, steve, steven, sue, susan, sven, tara, ted, teresa,
    terry, thomas, tim, tom, tony, tracy, ursula, vera, victor, vincent, vladimir, walter, wei,
    wendy, will, william, xi, yuki, yusuf, zoe
    """
)
COMPANY_SUFFIXES = _lines(
    """
    group, holding, holdings, inc, inc., incorporated, corp, corp., corporation, co, co., company,
    limited, ltd, ltd., plc, llc, llp, lp, ag, sa, s.a., se, nv, n.v., spa, s.p.a., gmbh, kk, ab,
    asa, oyj, oy, a/s, bhd, pte, pty, tbk, international
    """
)
ORGANISATION_WORDS = COMPANY_SUFFIXES | _lines(
    """
    bank, partners, capital, ventures, technology, technologies, systems, motors, airlines,
    airways, energy, oil, gas, petroleum, resources, mining, steel, chemicals, pharma,
    pharmaceuticals, therapeutics, foods, brands, stores, media, networks, telecom,
    communications, insurance, financial, securities, investments, asset, management, fund, funds,
    research, laboratories, labs, health, healthcare, electric, electronics, semiconductor,
    semiconductors, software, cloud, logistics, shipping, lines, railways, rail, water, power,
    solar, wind, aerospace, industries, solutions, services, index, exchange, commission,
    ministry, department, office, bureau, authority, agency, council, board, association,
    federation, union, university, institute, club, united, city, league, reserve, treasury,
    court, party, committee
    """
)
OF_HEADS = _lines(
    """
    bank, port, city, state, kingdom, university, ministry, department, house, board, office,
    bureau, republic, federation, institute, association, court, chamber, council, union, society,
    agency, royal bank
    """
)
INSTRUMENTS = _lines(
    """
    west texas intermediate, brent crude, treasury bonds, henry hub, new york mercantile, federal
    funds, federal funds rate
    """
)
INDICES = _lines(
    """
    s&p 500, nasdaq, nasdaq composite, nasdaq 100, russell 2000, ftse, ftse 100, ftse 250, dax,
    cac 40, nikkei, nikkei 225, hang seng, hang seng index, dow, dow jones, topix, kospi, sensex,
    stoxx 600, dow jones industrial average, euro stoxx 50, stoxx europe 600, csi 300, nifty,
    nifty 50, ibex 35, smi, asx 200, s&p/asx 200, msci world, shanghai composite, bovespa, mdax,
    omx
    """
)
CAPITALISED_NOISE = _lines(
    """
    brent, wti, treasury, treasuries, bund, bunds, gilt, gilts, ttf, eurostoxx, euribor, sofr,
    series, i, ai, ipo, etf, etfs, gdp, cpi, pmi, eps, ebitda, esg, llm, llms, it, tv, ev, evs,
    ok, pc, api, phd, q&a, faq, am, pm, est, edt, gmt, utc, cdt, cet, usd, eur, gbp, cny, hkd,
    jpy, rmb, internet, covid, covid-19, covid-related, bitcoin, no, no., lng, mw, gw, twh, gwh,
    kwh, m&a, r&d, capex, yoy, nasdaq-listed, new york-listed, u.s.-listed, hong kong-listed,
    london-listed, us-listed, teu
    """
)
MEDIA = _lines(
    """
    reuters, bloomberg, bloomberg news, cnbc, financial times, the financial times, ft, wsj, bbc,
    wall street journal, the wall street journal, associated press, ap, afp, agence france-presse,
    nikkei news, lseg, factset, refinitiv, visible alpha, morningstar, new york times, the new
    york times, guardian, the guardian, dow jones, marketwatch, s&p global, xinhua, caixin,
    handelsblatt, der spiegel, le monde, les echos, the economist, the times, washington post,
    techcrunch, yahoo finance
    """
)
