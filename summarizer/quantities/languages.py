"""German, French, Spanish, Italian and Portuguese: their words about numbers, as English ones.

The grammar of amounts is much the same in these languages; what differs is the words. A token
that has an English equivalent in the readers' tables is looked up as that; a number in one word
("einundzwanzig", "doscientos") becomes "#21", "#200".
"""

from __future__ import annotations

import functools

_WORDS: dict[str, str] = {
    "de": """
        million=million millionen=million mio=million milliarde=billion milliarden=billion
        mrd=billion billion=trillion billionen=trillion tausend=thousand tsd=thousand
        hundert=#100 prozent=percent prozentpunkte=pp prozentpunkt=pp prozentpunkten=pp
        basispunkte=bp basispunkten=bp und=and mehr=more als=than über=over rund=around
        etwa=about circa=about ca=about ungefähr=about knapp=nearly fast=nearly beinahe=nearly
        mindestens=minimum höchstens=maximum weniger=less unter=under bis=to zwischen=between
        von=from um=by auf=to pro=per je=per halbe=half halb=half ein=one eine=one einen=one
        einer=one eines=one gestiegen=rose stieg=rose stiegen=rose steigen=rise wuchs=grew
        plus=plus gefallen=fell fiel=fell fielen=fell sank=fell sanken=fell gesunken=fell
        zuwachs=growth anstieg=increase rückgang=decrease minus=minus jahr=year jahre=years
        jahren=years monat=month monate=months monaten=months woche=week wochen=weeks tag=day
        tage=days tagen=days stunde=hour stunden=hours minute=minute minuten=minutes
        sekunde=second sekunden=seconds kilometer=kilometer kilometern=kilometer meter=meter
        metern=meter zentimeter=centimeter tonne=tonne tonnen=tonne grad=degrees
        quadratmeter=sqm quadratkilometer=sqkm liter=liter fass=barrel barrel=barrel
        drittel=third viertel=quarter fünftel=fifth zehntel=tenth pfund=pounds rupien=rupees
        rupie=rupees mark=mark franken=francs dollar=dollars euros=euro rubel=ruble
        kronen=crowns zoll=inch meilen=mile meile=mile pence=pence rappen=centimes
        dutzend=dozen punkte=points punkt=point komma=point alt=old stundenkilometer=kph
        halbes=half halben=half halber=half hälfte=half hektar=hectare kilowattstunde=kwh
        kilowattstunden=kwh megawattstunden=mwh gigawattstunden=gwh terawattstunden=twh
        kubikmeter=cbm kubikmetern=cbm kubikkilometer=km³ kilogramm=kilogram gramm=gram
        teelöffel=teaspoon esslöffel=tablespoon gesenkt=cut senkt=cuts senkte=cut erhöht=raised
        erhöhte=raised kletterte=climbed kletterten=climbed gewachsen=grew wuchsen=grew
        steigt=rises fällt=falls sinkt=falls legte=rose jahrzehnte=decade jahrhundert=century
        negativ=negative anderthalb=#½1 eineinhalb=#½1 zweieinhalb=#½2 dreieinhalb=#½3
        viereinhalb=#½4 fünfeinhalb=#½5 sechseinhalb=#½6 siebeneinhalb=#½7 achteinhalb=#½8
        neuneinhalb=#½9 zehneinhalb=#½10 zwölfeinhalb=#½12 pfunde=pounds
    """,
    "fr": """
        million=million millions=million milliard=billion milliards=billion billion=trillion
        billions=trillion mille=thousand milliers=thousand millier=thousand cent=#100
        cents=#100 pourcent=percent pourcents=percent pourcentage=percent pourcentages=percent
        yens=yen yuans=yuan et=and plus=more moins=less de=of environ=about près=about
        presque=nearly quelque=some autour=about entre=between à=to jusqu=up hausse=increase
        baisse=decrease augmentation=increase recul=decrease progression=growth chute=drop
        par=per un=one une=one demi=half demie=half moitié=half tiers=third quart=quarter
        cinquième=fifth dixième=tenth an=year ans=years année=year années=years mois=months
        semaine=week semaines=weeks jour=day jours=days heure=hour heures=hours minute=minute
        minutes=minutes seconde=second secondes=seconds kilomètre=kilometer
        kilomètres=kilometer mètre=meter mètres=meter centimètres=centimeter tonne=tonne
        tonnes=tonne degrés=degrees degré=degree litre=liter litres=liter baril=barrel
        barils=barrel livre=pounds livres=pounds rouble=ruble roubles=ruble centimes=cents
        centime=cent virgule=point points=points douzaine=dozen moins=minus
        moins=less md=billion mds=billion mrd=billion mrds=billion douzaines=dozen
        quarts=quarters cinquièmes=fifths sixième=sixth sixièmes=sixths septième=seventh
        septièmes=sevenths huitième=eighth huitièmes=eighths neuvième=ninth neuvièmes=ninths
        dixièmes=tenths centième=hundredth centièmes=hundredths millième=thousandth
        millièmes=thousandths cinquieme=fifth cinquiemes=fifths huitieme=eighth
        huitiemes=eighths dixieme=tenth dixiemes=tenths quatrième=fourth hectare=hectare
        hectares=hectare mégawatt=megawatt mégawatts=megawatt gigawatts=gigawatt
        kilowattheure=kwh kilowattheures=kwh mégawattheures=mwh gigawattheures=gwh
        térawattheures=twh kilogrammes=kilogram kilogramme=kilogram grammes=gram pieds=feet
        pied=feet pouces=inches milles=mile du=of augmenté=rose augmente=rises progressé=rose
        bondi=jumped grimpé=climbed reculé=fell baissé=fell chuté=fell diminué=fell recule=falls
        baisse=decrease augmentation=increase réduit=cut réduire=cut relevé=raised monté=rose
        tombé=fell passé=went passée=went passés=went passées=went passer=went passant=went
        négatif=negative négative=negative demis=half
    """,
    "es": """
        millón=million millon=million millones=million mil=thousand miles=thousand
        billón=trillion billon=trillion billones=trillion millardo=billion millardos=billion
        ciento=#100 cien=#100 porciento=percent más=more mas=more que=than menos=less de=of
        casi=nearly alrededor=about aproximadamente=about cerca=about unos=about unas=about
        hasta=to entre=between y=and subió=rose cayó=fell aumento=increase aumentó=rose
        bajó=fell caída=drop alza=increase a=to medio=half media=half mitad=half tercio=third
        tercios=thirds cuarto=quarter cuartos=quarters quinto=fifth quintos=fifths sexto=sixth
        sextos=sixths séptimo=seventh octavo=eighth octavos=eighths noveno=ninth décimo=tenth
        décimos=tenths centésimo=hundredth centésimos=hundredths milésimo=thousandth
        milésimos=thousandths un=one una=one uno=one año=year años=years mes=month meses=months
        semana=week semanas=weeks día=day días=days hora=hour horas=hours minuto=minute
        minutos=minutes segundo=second segundos=seconds kilómetro=kilometer
        kilómetros=kilometer metro=meter metros=meter centímetros=centimeter tonelada=tonne
        toneladas=tonne grados=degrees grado=degree litro=liter litros=liter barril=barrel
        barriles=barrel dólar=dollar dólares=dollars dolares=dollars libras=pounds
        libra=pounds peso=peso pesos=pesos centavos=cents centavo=cent céntimos=cents
        céntimo=cent coma=point punto=point puntos=points docena=dozen docenas=dozen yenes=yen
        yuanes=yuan rublos=ruble coronas=crowns kilogramos=kilogram kilos=kilo millas=mile
        milla=mile francos=francs franco=francs rupias=rupees reales=reais pies=feet
        pulgadas=inches por=por
        del=of subieron=rose subido=rose aumentaron=rose creció=grew crecieron=grew crecer=grow
        cayeron=fell caer=fall bajaron=fell bajar=fall descendió=fell descendieron=fell
        retrocedió=fell perdió=lost recortó=cut recortar=cut redujo=cut elevó=raised
        reducción=reduction descenso=decrease incremento=increase crecimiento=growth
        avance=advance pasó=went pasar=went pasado=went hectáreas=hectare hectárea=hectare
        megavatios=megawatt megavatio=megawatt gigavatios=gigawatt kilovatios=kilowatt
        galones=gallon galón=gallon gramos=gram gramo=gram kilogramo=kilogram kilo=kilo
        metros=meter mililitros=milliliter milímetros=millimeter onzas=ounce acres=acre
        negativo=negative negativa=negative tercera=third terceras=thirds cuarta=quarter
        cuartas=quarters quinta=fifth quintas=fifths décima=tenth décimas=tenths quinientas=#500
        veintiun=#21 pie=feet pulgada=inches centímetro=centimeter terceros=thirds
    """,
    "it": """
        milione=million milioni=million miliardo=billion miliardi=billion bilione=trillion
        bilioni=trillion mila=thousand mille=thousand cento=#100 percento=percent più=more
        meno=less di=of circa=about quasi=nearly oltre=over almeno=minimum tra=between
        fra=between e=and aumento=increase calo=decrease rialzo=increase ribasso=decrease a=to
        da=from metà=half mezzo=half terzo=third quarto=quarter un=one uno=one una=one
        anno=year anni=years mese=month mesi=months settimana=week settimane=weeks giorno=day
        giorni=days ora=hour ore=hours minuti=minutes secondi=seconds chilometro=kilometer
        chilometri=kilometer metro=meter metri=meter tonnellata=tonne tonnellate=tonne
        gradi=degrees grado=degree litri=liter litro=liter barile=barrel barili=barrel
        dollaro=dollar dollari=dollars sterlina=pounds sterline=pounds centesimi=cents
        centesimo=cent virgola=point punti=points dozzina=dozen franchi=francs franco=francs
        rubli=ruble corone=crowns rupie=rupees miglia=mile miglio=mile piedi=feet
        pollici=inches chilogrammi=kilogram chili=kilo
        mln=million mld=billion mrd=billion terzi=thirds quarti=quarters quinto=fifth
        quinti=fifths sesto=sixth sesti=sixths settimo=seventh settimi=sevenths ottavo=eighth
        ottavi=eighths nono=ninth noni=ninths decimo=tenth decimi=tenths centesimo=cents
        mezza=half dozzine=dozen del=of della=of dello=of delle=of dei=of degli=of dell=of al=to
        dal=from salito=rose salita=rose saliti=rose salite=rose cresciuto=grew cresciuta=grew
        cresciuti=grew aumentato=rose aumentata=rose sceso=fell scesa=fell scesi=fell
        calato=fell calata=fell diminuito=fell ridotto=cut tagliato=cut crescita=growth
        flessione=drop crollo=drop passato=went passata=went ettari=hectare ettaro=hectare
        libbre=lb libbra=lb once=ounce oncia=ounce acri=acre kilowattora=kwh
        megawattora=mwh chilowattora=kwh grammi=gram millimetri=millimeter centimetri=centimeter
        piede=feet galloni=gallon negativo=negative
    """,
    "pt": """
        milhão=million milhao=million milhões=million milhoes=million bilhão=billion
        bilhões=billion biliões=trillion bilião=trillion trilhão=trillion trilhões=trillion
        mil=thousand milhares=thousand cem=#100 cento=#100 porcento=percent mais=more
        menos=less que=than de=of quase=nearly cerca=about aproximadamente=about até=to
        entre=between e=and alta=increase queda=drop aumento=increase subiu=rose caiu=fell
        a=to meio=half meia=half metade=half terço=third quarto=quarter um=one uma=one
        ano=year anos=years mês=month meses=months semana=week semanas=weeks dia=day dias=days
        hora=hour horas=hours minutos=minutes segundos=seconds quilômetro=kilometer
        quilômetros=kilometer quilómetros=kilometer metro=meter metros=meter tonelada=tonne
        toneladas=tonne graus=degrees grau=degree litro=liter litros=liter barril=barrel
        barris=barrel dólar=dollar dólares=dollars dolares=dollars libra=pounds libras=pounds
        centavos=cents centavo=cent cêntimos=cents vírgula=point ponto=point pontos=points
        dúzia=dozen dúzias=dozen ienes=yen iene=yen iuanes=yuan real=reais francos=francs
        franco=francs rublos=ruble coroas=crowns rupias=rupees milhas=mile pés=feet
        polegadas=inches quilogramas=kilogram quilos=kilo
        bi=billion mi=million tri=trillion duzia=dozen duzias=dozen terços=thirds quinto=fifth
        quintos=fifths sexto=sixth oitavo=eighth oitavos=eighths décimo=tenth décimos=tenths
        do=of da=of dos=of das=of bilhoes=billion trilhoes=trillion trilhao=trillion
        bilhao=billion virgula=point subiram=rose subido=rose cresceu=grew cresceram=grew
        aumentou=rose aumentaram=rose avançou=rose caíram=fell recuou=fell recuaram=fell
        baixou=fell diminuiu=fell reduziu=cut cortou=cut elevou=raised crescimento=growth
        redução=reduction recuo=drop avanço=advance passou=went passaram=went hectares=hectare
        hectare=hectare megawatts=megawatt galões=gallon galoes=gallon galão=gallon pes=feet
        onças=ounce acres=acre gramas=gram para=to negativo=negative negativa=negative
        cinqüenta=#50 cincoenta=#50 centígrados=celsius centígrado=celsius pé=feet
        polegada=inches milímetros=millimeter centímetros=centimeter
    """,
}
# Zero to nineteen, then the tens, then the hundreds; "/" parts spellings.
_NUMBERS: dict[str, str] = {
    "fr": """
        zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize . . .|vingt/vingts trente quarante cinquante soixante septante
        octante/huitante nonante|
    """,
    "es": """
        cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciséis/dieciseis diecisiete dieciocho diecinueve|veinte treinta cuarenta
        cincuenta sesenta setenta ochenta noventa|. doscientos/doscientas
        trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas
        seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas
        novecientos/novecientas
    """,
    "it": """
        zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove|venti trenta quaranta
        cinquanta sessanta settanta ottanta novanta|
    """,
    "pt": """
        zero um dois/duas três/tres quatro cinco seis sete oito nove dez onze doze treze
        quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito
        dezenove/dezanove|vinte trinta quarenta cinquenta sessenta setenta oitenta noventa|.
        duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas
        seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas
        novecentos/novecentas
    """,
    "de": """
        null eins zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
        vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn|zwanzig dreißig/dreissig vierzig
        fünfzig sechzig siebzig achtzig neunzig|
    """,
}
LANGUAGES = frozenset(_WORDS)


@functools.cache
def _table(language: str) -> dict[str, str]:
    table = dict(pair.split("=") for pair in _WORDS[language].split())
    units, tens, hundreds = _NUMBERS[language].split("|")
    for step, words in ((1, units), (10, tens), (100, hundreds)):
        for place, spellings in enumerate(words.split()):
            number = place if step == 1 else (place + 2) * 10 if step == 10 else (place + 1) * 100
            for spelling in spellings.split("/"):
                if spelling != ".":
                    table.setdefault(spelling, f"#{number}")
    if language == "es":
        for number, words in enumerate(
            "veintiuno/veintiún/veintiuna veintidós/veintidos veintitrés/veintitres veinticuatro "
            "veinticinco veintiséis/veintiseis veintisiete veintiocho veintinueve".split(),
            start=21,
        ):
            table.update(dict.fromkeys(words.split("/"), f"#{number}"))
    return table


@functools.cache
def _pieces(language: str) -> tuple[tuple[str, int], ...]:
    """The parts of German and Italian number compounds, the longest first."""
    table = {
        word: int(n[1:]) for word, n in _table(language).items() if n[1:].isdigit() and n[0] == "#"
    }
    if language == "de":
        table |= {"ein": 1, "hundert": 100, "tausend": 1000, "und": -1}
    else:
        table |= {"cento": 100, "mila": 1000, "mille": 1000, "cent": 100, "uno": 1, "un": 1}
        tens = {word[:-1]: n for word, n in table.items() if n in range(20, 100, 10)}
        table |= tens | {"tré": 3}
    return tuple(sorted(table.items(), key=lambda item: -len(item[0])))


@functools.lru_cache(maxsize=4096)
def compound(word: str, language: str) -> int | None:
    """The number that one German or Italian word spells: "zweihundertfünfzig", "ventitré"."""
    total = section = current = 0
    rest = word
    while rest:
        found = next((p for p in _pieces(language) if rest.startswith(p[0])), None)
        if found is None:
            return None
        rest, number = rest[len(found[0]) :], found[1]
        if number == 1000:
            total, section, current = total + 1000 * max(1, section + current), 0, 0
        elif number == 100:
            section, current = section + 100 * max(1, current), 0
        elif number >= 0:
            current += number
    return total + section + current


def _spanish_part(low: str) -> int:
    """The 21 of "veintiunavos", the 35 of "treintaicincoavo"; 0 where it is no such word."""
    table = _table("es")

    def worth(word: str) -> int:
        found = table.get(word) or table.get(word + "e") or table.get(word + "o") or "0"
        return int(found[1:]) if found[0] == "#" and found[1:].isdigit() else 0

    stem = low.removesuffix("s").removesuffix("avo")
    if whole := worth(stem):
        return whole
    tens, _, unit = stem.partition("i") if stem.startswith("v") else stem.partition("ai")
    return worth(tens + "a") + worth(unit) if worth(tens + "a") and worth(unit) else 0


def translate(low: str, language: str) -> str:
    """A token in lower case as the readers' tables know it.

    Args:
        low: The token.
        language: One of `LANGUAGES`.

    Returns:
        The English word, "#" and a number, or the token itself.
    """
    found = _table(language).get(low)
    if found is not None:
        return found
    if language == "es" and low.endswith(("avo", "avos")):
        part = _spanish_part(low)
        return f"#/{part}" if part else low
    if language in {"de", "it"} and len(low) > 5 and low.isalpha():
        number = compound(low, language)
        if number:
            return f"#{number}"
    return low
