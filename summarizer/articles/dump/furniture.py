"""The words by which the furniture of a page is known: headings of link lists, bylines, captions.

`kind_of` looks at how a line begins; `inside_kind` at the words within it. The kinds are features
of the line model and the reasons that a removed line is given. Matching goes by the first word, so
that the many lines that begin like nothing here cost one look-up.
"""

from __future__ import annotations

import re

_PHRASES = {
    "most_read": (
        "most read/most popular/most viewed/most shared/most active/most watched/trending"
        "/most recent/popular now/popular posts/popular stories/popular articles/top stories"
        "/top news/top gainers/top losers/meistgelesen/meist gelesen/am meisten gelesen"
        "/les plus lus/lo más leído/más leídas/più letti/mais lidas/am häufigsten gelesen"
        "/meistgelesene/beliebte artikel/top artikel/lo más visto/más vistas/más leído"
        "/le plus lu/articles les plus lus/i più letti/mest læst/mest læste/mest lest"
        "/mest leste/mest läst/mest lästa/meest gelezen/najczęściej czytane/çok okunanlar"
        "/en çok okunan/самое читаемое/популярное"
        "/人気記事/アクセスランキング/ランキング/热门/많이 본 뉴스"
    ),
    "related": (
        "related/recommended/you may also/you might also/you may like/you might like"
        "/more from/more on/more stories/more news/more in/more like/more about/also read"
        "/also see/see also/read more/read next/read also/keep reading/up next/next article"
        "/next story/next post/previous/editor s pick/editors picks/editor s picks"
        "/latest news/latest stories/latest posts/latest articles/latest from/latest in"
        "/recent posts/recent articles/recent stories/further reading/in this article"
        "/in this story/don t miss/what to read/continue reading/similar posts"
        "/similar articles/mehr zum thema/lesen sie auch/auch interessant/weitere artikel"
        "/weitere themen/das könnte sie/à lire aussi/lire aussi/sur le même sujet"
        "/te puede interesar/lee también/leggi anche/leia também/leia mais/関連記事/相关/mehr zu"
        "/mehr aus/mehr von/mehr lesen/mehr dazu/auch lesen/lesetipp/lesetipps/weiterlesen"
        "/ähnliche artikel/empfohlen/empfehlungen/empfohlener/das könnte dich/passend dazu"
        "/neueste/aktuelle/zum thema/en savoir plus/lire la suite/à découvrir/articles liés"
        "/dans la même/voir aussi/à voir aussi/noticias relacionadas/relacionado/relacionadas"
        "/leer más/también te/te recomendamos/más noticias/más información"
        "/potrebbe interessarti/articoli correlati/leggi tutto/leggi di più"
        "/continua a leggere/notícias relacionadas/veja também/veja mais/saiba mais/lees ook"
        "/lees meer/meer nieuws/gerelateerd/meer over/les også/les mer/relaterte/læs også"
        "/læs mere/relaterede/läs mer/läs också/läs även/relaterat/fler artiklar/czytaj także"
        "/czytaj też/czytaj więcej/zobacz też/zobacz także/polecane/ilgili haberler"
        "/devamını oku/читайте также/похожие"
        "/おすすめ/関連/関連ニュース/あわせて読みたい/推荐/相关阅读/관련기사/추천"
    ),
    "continues": (
        "story continues/stories continue/article content/advertisement/advertising/anzeige"
        "/werbung/publicité/publicidad/sponsored/promoted/ad feedback/skip advertisement"
        "/skip ad/loading/scroll/artikel wird/der artikel geht/annonce/annons/reklame/reklama"
        "/pubblicità/advertentie/publicidade/реклама/広告/广告/ilan"
    ),
    "share": (
        "share/tweet/facebook/twitter/linkedin/pinterest/whatsapp/reddit/tumblr/telegram"
        "/copy link/email/e mail/print/save/bookmark/teilen/follow us/follow me/like us"
        "/join us/partager/compartir/condividi/instagram/youtube/tiktok/threads/bluesky"
        "/mastodon/messenger/flipboard/xing/rss/drucken/merken/link kopieren/artikel teilen"
        "/imprimer/compartilhar/del på/dela på/delen/udostępnij/paylaş/imprimir/stampa"
        "/поделиться/シェア/分享/공유"
    ),
    "comments": (
        "comment/comments/replies/response/responses/leave a/post a comment/add a comment"
        "/join the conversation/join the discussion/view comments/view all comments"
        "/show comments/reply/log in to comment/log in to reply/your email address will"
        "/kommentare/commentaires/comentarios/kommentar/kommentieren/leserkommentare"
        "/beitrag kommentieren/commenter/réagir/réactions/comentar/commenti/commenta/reacties"
        "/reageer/kommentera/komentarze/yorumlar/комментарии/コメント/评论/댓글"
    ),
    "promotion": (
        "subscribe/sign up/signup/newsletter/newsletters/register/download/get the/get our"
        "/get your/get unlimited/join now/join our/join more/join over/join thousands/try it"
        "/try our/try now/try free/start your/start a/start free/buy/shop/order now"
        "/order your/book now/book a/claim/donate/support us/support our/become a/upgrade"
        "/unlock/learn more/find out more/click/tap here/tap to/contact us/abonnieren/abo"
        "/jetzt testen/jetzt lesen/s abonner/abonnez/suscríbete/jetzt abonnieren"
        "/jetzt anmelden/jetzt registrieren/jetzt kaufen/testen sie/hier klicken"
        "/hier anmelden/mit abo/inscrivez vous/je m abonne/essayez/suscríbase/suscribirse"
        "/regístrate/apúntate/iscriviti/abbonati/assine/inscreva se/cadastre/abonneer/meld je"
        "/word lid/bli abonnent/prenumerera/bestill/tilmeld/zapisz się/subskrybuj/abone ol"
        "/подпишитесь/подписаться/登録/会員登録/订阅/구독"
    ),
    "login": (
        "log in/login/sign in/log out/logout/my account/forgot/forgotten/password/username"
        "/create account/create an account/anmelden/einloggen/registrieren/se connecter"
        "/iniciar sesión/mein konto/passwort vergessen/passwort/mon compte/connexion"
        "/mi cuenta/acceder/accedi/registrati/logga in/logg inn/log ind/inloggen/zaloguj"
        "/giriş yap/войти/ログイン/登录/로그인"
    ),
    "cookies": (
        "we use/we and our/we value/we care/this site uses/this website uses/our site uses"
        "/our partners/cookie/cookies/accept all/reject all/manage preferences/manage cookies"
        "/consent/wir verwenden/wir nutzen/diese website/cookie einstellungen/nous utilisons"
        "/ce site utilise/utilizamos/questo sito/wij gebruiken/vi bruker/vi använder"
        "/datenschutzeinstellungen/alle akzeptieren/akzeptieren/zustimmen/tout accepter"
        "/accepter/aceptar"
    ),
    "copyright": (
        "copyright/©/all rights reserved/terms/privacy/impressum/datenschutz/about us"
        "/about our/about the author/about the company/contact/sitemap/site map/accessibility"
        "/legal/disclaimer/editorial policy/editorial standards/editorial guidelines/careers"
        "/advertise/help/faq/faqs/alle rechte/agb/nutzungsbedingungen/barrierefreiheit"
        "/kontakt/über uns/mediadaten/karriere/mentions légales/conditions générales"
        "/politique de/confidentialité/à propos/tous droits/qui sommes/aviso legal"
        "/política de/términos/todos los derechos/contacto/quiénes somos/note legali"
        "/chi siamo/contatti/tutti i diritti/termos de/todos os direitos/fale conosco/contato"
        "/over ons/voorwaarden/colofon/om oss/personvern/vilkår/integritetspolicy"
        "/personuppgifter/om os/ansvarlig redaktør/ansvarig utgivare/o nas/regulamin"
        "/polityka prywatności/künye/hakkımızda/iletişim/gizlilik/о нас/контакты/利用規約"
        "/プライバシーポリシー/会社概要/お問い合わせ/著作権/版权/关于我们/联系我们/저작권"
    ),
    "caption": (
        "photo/image/picture/photograph/illustration/credit/file photo/source/sources/graphic"
        "/video/watch/listen/foto/bild/quelle/grafik/crédit/imagen/fuente/getty/ap photo"
        "/reuters/bildquelle/bildunterschrift/symbolbild/archivbild/archivfoto/fotos/quellen"
        "/légende/photos/vidéo/vídeo/fotografía/immagine/fonte/arkivfoto/写真/사진/infografik"
    ),
    "byline": (
        "by/written by/author/authors/reviewed by/edited by/posted by/published by"
        "/medically reviewed/fact checked/von/par/por/staff writer/our correspondent"
        "/correspondent/redaktion/autor/autorin/auteur/autore/autora/escrito por/publié par"
        "/propos recueillis/skrevet av/skrevet af/redazione/redacción/redação/yazar/記者/记者/기자"
    ),
    "date": (
        "published/updated/posted/last updated/last modified/last reviewed/first published"
        "/created/aktualisiert/stand/publié/mis à jour/publicado/date/monday/tuesday"
        "/wednesday/thursday/friday/saturday/sunday/mon/tue/tues/wed/thu/thur/thurs/fri/sat"
        "/sun/january/february/march/april/may/june/july/august/september/october/november"
        "/december/jan/feb/mar/apr/jun/jul/aug/sep/sept/oct/nov/dec/montag/dienstag/mittwoch"
        "/donnerstag/freitag/samstag/sonntag/januar/februar/märz/mai/juni/juli/oktober"
        "/dezember/erstellt/veröffentlicht/zuletzt/lundi/mardi/mercredi/jeudi/vendredi/samedi"
        "/dimanche/janvier/février/mars/avril/juin/juillet/août/septembre/octobre/novembre"
        "/décembre/lunes/martes/miércoles/jueves/viernes/sábado/domingo/actualizado"
        "/pubblicato/aggiornato/publisert/oppdatert/publicerad/uppdaterad/opdateret"
        "/opublikowano/gepubliceerd/bijgewerkt/il y a/hace"
    ),
    "navigation": (
        "home/menu/search/skip/back to/go to/toggle/close/open/view all/view more/see all"
        "/see more/show more/show all/show less/all news/categories/category/tags/tag/topics"
        "/topic/sections/breadcrumb/table of contents/contents/jump to/next/filed under"
        "/posted in/startseite/suche/menü/accueil/inicio/zur startseite/zum inhalt"
        "/zum hauptinhalt/inhalt/inhaltsverzeichnis/mehr anzeigen/alle anzeigen/ressorts"
        "/themen/schließen/zurück/nach oben/überspringen/schlagworte/schlagwörter/aller au"
        "/rechercher/recherche/fermer/afficher/voir plus/voir tout/retour/rubriques/mots clés"
        "/ir al/buscar/cerrar/menú/secciones/ver todo/ver más/etiquetas/temas/vai al/cerca"
        "/chiudi/sezioni/ir para/fechar/pesquisar/zoeken/sluiten/rubrieken/søk/hopp til/meny"
        "/lukk/sök/stäng/søg/luk/szukaj/zamknij/strona główna/ana sayfa/поиск/главная/меню"
        "/トップ/ホーム/メニュー/検索/首页/搜索/메뉴/검색/홈"
    ),
}
KINDS = tuple(_PHRASES)
"""Every kind of furniture, in the order of the line model's table; 0 is no furniture."""
SECTION_MARKS = frozenset(
    KINDS.index(kind) + 1
    for kind in ("most_read", "related", "comments", "share", "promotion", "copyright")
)
"""The kinds that begin what is not the article."""
_DATE = KINDS.index("date") + 1
_BYLINE = KINDS.index("byline") + 1
_COMMENTS = KINDS.index("comments") + 1
_YEAR_OR_CLOCK = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./]\d{1,2}\b")
_SIGNS = "\"'()[]{}<>.,;:!?|/\\*_#-@“”‘’„«»…–—•·›"
_AGO = frozenset(
    "min mins minute minutes hour hours hr hrs day days week weeks month months".split()
)


def _by_first_word() -> dict[str, tuple[tuple[str, int], ...]]:
    table: dict[str, list[tuple[str, int]]] = {}
    for number, phrases in enumerate(_PHRASES.values(), start=1):
        for phrase in phrases.split("/"):
            table.setdefault(phrase.split()[0], []).append((phrase + " ", number))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


_TABLE = _by_first_word()


def kind_of(line: str, words: list[str]) -> int:
    """The number of the kind of furniture that a line begins like, else 0.

    Args:
        line: The line as it stands.
        words: Its words, folded, without signs.
    """
    if not words:
        return 0
    first = words[0]
    if first[0].isdigit():
        second = words[1] if len(words) > 1 else ""
        if second in ("comments", "comment", "replies", "kommentare"):
            return _COMMENTS
        dated = second in _AGO or (len(words) < 12 and _YEAR_OR_CLOCK.search(line))
        return _DATE if dated else 0
    if first not in _TABLE:
        return 0
    lead = " ".join(words[:5]) + " "
    for phrase, number in _TABLE[first]:
        if lead.startswith(phrase):
            if number == _DATE and not any(c.isdigit() for c in line[:60]):
                continue
            if number == _BYLINE and first in ("by", "von", "par", "por") and not _named(line):
                continue
            return number
    return 0


def may_begin(line: str) -> bool:
    """Whether a line's first word is one that furniture begins with, or a figure."""
    first = line.split(" ", 1)[0].strip(_SIGNS).lower()
    return first[:1].isdigit() or first in _TABLE


def _named(line: str) -> bool:
    """Whether a name follows the first word."""
    second = line.split(maxsplit=2)[1:2]
    return bool(second) and second[0][0].isupper()


_INSIDE = {
    1: "subscribe subscriber subscribers subscription newsletter newsletters signup giveaway promo"
    " coupon affiliate commission abonnement sweepstakes unsubscribe abonnieren abonnenten probeabo"
    " probemitgliedschaft abonnez suscripción suscríbete iscriviti assinatura abonneer prenumerera",
    2: "copyright © rights reserved privacy cookies cookie javascript browser disclaimer reproduced"
    " redistributed trademark trademarks consent gdpr terms datenschutz nutzungsbedingungen"
    " privatsphäre einwilligung vorbehalten confidentialité reservados riservati personvern",
    3: "getty shutterstock istock afp pictured photographer unsplash pexels courtesy epa imago dpa"
    " symbolbild archivbild symbolfoto archivfoto ntb scanpix efe ansa keystone ritzau belga",
    4: "freelance freelancer contributor contributing bylines bio correspondent columnist reporter"
    " degree bachelor master phd mba award-winning enthusiast passionate covers editor"
    " redakteur redakteurin volontär rédacteur rédactrice redattore",
}
_INSIDE_WORDS = {word: kind for kind, words in _INSIDE.items() for word in words.split()}
INSIDE_WORDS = frozenset(_INSIDE_WORDS)
"""The words within a line by which furniture is known."""
INSIDE_KINDS = 5


def inside_kind(words: list[str], known: frozenset[str]) -> int:
    """Of what furniture there are words inside a line: 1 promotion, 2 legal, 3 credit, 4 author.

    Args:
        words: The line's words, folded; the first that tells counts.
        known: The same words.
    """
    if known.isdisjoint(INSIDE_WORDS):
        return 0
    return next(_INSIDE_WORDS[word] for word in words if word in _INSIDE_WORDS)
