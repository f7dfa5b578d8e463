"""The words that the page around an article is made of, in English."""

import re


def words_of(line: str) -> frozenset[str]:
    """Return the set of words in a line, for tables that read better without quotes."""
    return frozenset(line.split())


_WHOLE_LINES = re.compile(
    r"""(?xi)
    (?: (?:you\ (?:may|might)\ (?:also\ )?(?:like|enjoy|be\ interested\ in)) .{0,40}
    | (?:related|recommended|popular|trending|recent|latest|featured|top|similar|more)\ (?:\w+\ )?
      (?:articles?|posts?|stor(?:y|ies)|news|content|reading|topics?|links?|videos?|pages?)
      (?:\ from\ .{1,40})?
    | (?:most|also|what\ to)\ (?:read|viewed|shared|popular|read\ next)(?:\ .{0,20})? | editor['’]?s\ picks?
    | read\ (?:more|next|also|on|full\ (?:article|story))(?:\s*[:»›>→….].{0,150})? | continue\ reading.{0,80}
    | (?:leave|post|write|add|submit|view|show|hide|load)\ (?:a|an|your|all|more|\d+)?\ ?
      (?:comments?|reply|replies|responses?)(?:\ to\ .{1,80})?\ ?(?:\(\d+\))?
    | cancel\ reply | (?:\d+|no)\ (?:comments?|responses?|replies|shares?|likes?|views?)(?:\ (?:to|on)\ .{1,120})?
    | (?:comments?|reply|replies|share|tweet|pin|e-?mail|print|save|like|follow|menu|search|
       navigation|home|advertisement|advertisements|sponsored(?:\ content)?|promoted|login|log\ in|sign\ in|
       register|subscribe|donate|donate\ now|loading|next|previous|older\ posts|newer\ posts|back|
       close|skip|top|share\ (?:this|it|via|on).{0,60}|table\ of\ contents|contents|newsletter)\W{0,3}(?:\(?\d+\)?)?
    | (?:share|save|print|email|e-mail|tweet|pin|rate|like|bookmark)\ (?:this|the|on|to|via|with|by)\b.{0,60}
    | (?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|pinterest|email|copy\ link|rss)
      (?:[\s,|·•/]+(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|pinterest|
      e-?mail|copy\ link|print|rss|share|and))*
    | skip\ to\ (?:main\ |the\ )?(?:content|navigation|search)
    | (?:back|return|scroll|jump)\ to\ (?:the\ )?(?:top|home.{0,10}|content|navigation|search)
    | (?:about|meet|more\ (?:from|by|about))\ the\ authors? | more\ (?:from|by)\ .{1,40}
    | (?:previous|next|older|newer)\ (?:article|post|story|page|entry|chapter).{0,120}
    | (?:tags?|tagged(?:\ (?:as|with))?|topics?|filed\ under|posted\ in|categor(?:y|ies)|keywords|labels?|sections?)\s*:.{0,200}
    | (?:view|see)\ (?:all|more)(?:\ .{1,60})? | show\ (?:more|less) | click\ (?:here|to)\b.{0,120}
    | page\ \d+(?:\ of\ \d+)? | \d+\ of\ \d+ | [-–—\s]*\d{1,4}[-–—\s]* | \d{1,2}\s?/\s?\d{1,3}
    )\W{0,3}"""
)
_BEGINNINGS = re.compile(
    r"""(?xi)
    (?: by\s+(?-i:[A-Z])[\w.'’-]+(?:\s+(?-i:[A-Z])[\w.'’-]+){1,3}(?:\s*[,|·•–-].{0,80})?$
    | (?:written|reported|edited|reviewed|posted|published|translated)\ (?:by|on|in)\s*:?\s.{0,80}(?<!\.)$
    | (?:author|published|updated|posted|last\ (?:updated|modified|edited)|date|first\ published|created|modified)\s*(?:on\b|:|\s\w+\s\d).{0,80}(?<!\.)$
    | \d+\s*(?:-|\ )?\s*min(?:ute)?s?\ (?:read|to\ read)\b
    | (?:©|\(c\)|copyright\b\s*(?:©|\(c\)|\d{4}|by\b)|©?\s*\d{4}\s*©)
    | all\ rights\ reserved
    | (?:we|this\ (?:web)?site|our\ (?:web)?site)\ uses?\ cookies\b | by\ (?:continuing|using|clicking|signing)\b.{0,120}(?:cookies|terms|privacy|agree|consent)
    | (?:accept|reject|manage|allow)\ (?:all\ |my\ )?(?:cookies|preferences|choices)
    | (?:cookie|privacy)\ (?:policy|settings|notice|preferences) | terms\ (?:of|and|&)\ (?:use|service|conditions)\b.{0,60}$
    | (?:subscribe|sign\ up|register|join)\ (?:to|for|now|today|here|our|us|up|and\ get|with)\b
    | (?:follow|like|find|join|contact)\ us\b | follow\ .{1,40}\ on\ (?:twitter|facebook|x|instagram)
    | your\ e-?mail\ address\ will\ not | required\ fields\ are | save\ my\ name,
    | (?:please\ )?(?:enable|turn\ on)\ javascript | (?:your\ browser|javascript\ is)\b.{0,80}(?:support|disabled|enabled)
    | (?:support|donate\ to|become\ a)\ (?:us|our|member|subscriber|supporter|patron)\b
    | this\ (?:article|post|story|piece|page|entry)\ (?:was|is|has\ been|first|originally)\b.{0,40}(?:published|appeared|posted|updated|filed|tagged)
    | (?:republished?|reprinted)\ (?:with|from|under)\b | download\ (?:our|the)\ (?:\w+\ )?(?:app|pdf)\b
    | have\ (?:a|any)\ (?:tip|question|comment|correction)s?\b | got\ a\ (?:tip|story)\b
    | if\ you\ (?:liked|enjoyed)\ this\b | (?:thanks|thank\ you)\ for\ (?:reading|subscribing)\b
    | (?:powered\ by|proudly\ powered|theme\ by|site\ by|designed\ by)\b )"""
)
_CREDIT = re.compile(
    r"""(?xi)
    (?: (?:photo(?:graph)?s?|images?|pictures?|pic|illustrations?|credits?|source|graphic|video|
        caption|artwork|map|foto)\s*(?:credits?|by|from|courtesy(?:\ of)?|copyright|source)?\s*[:©/|]
    | (?:photo(?:graph)?|image|picture|illustration)\s+(?:by|courtesy\ of|credit|via|©)\s
    | (?:fig(?:ure|\.)?|table|plate|exhibit|chart|box)\s*\d+[a-z]?(?:\.\d+)?\s*[.:–—|-]
    | \(?(?:ap|reuters|afp|getty|epa|pa|upi|tass|xinhua|shutterstock|alamy)(?:\ (?:photo|images?))?\s*[/)|©] )"""
)
_CREDIT_END = re.compile(
    r"(?i)[(\[|/–—-]\s*(?:photo|image|picture|credit|source|ap|afp|reuters|getty|epa|file photo|"
    r"wikimedia|shutterstock|alamy)\b[^()\[\]]{0,60}[)\]]?\.?$"
)
CRUMB = re.compile(r"\s*[»›>→▸❯/|·•]\s*")
RELATED = re.compile(
    r"(?i)(?:you (?:may|might)|related|recommended|more from|more stories|popular|most read|"
    r"trending|read (?:more|next|also)|recent posts|latest|also read|editor)"
)
COMMENTS = re.compile(
    r"(?i)(?:leave a (?:comment|reply)|post a comment|add (?:a|your) comment|comments?\b|"
    r"\d+ (?:comments|responses|replies)|write a comment|join the (?:discussion|conversation))"
)
APPENDIX = re.compile(
    r"(?i)(?:\d+[.)]?\s*)?(?:references|bibliography|works cited|external links|see also|"
    r"further reading|end ?notes|foot ?notes|notes(?: and references)?|citations|sources)\W*$"
)
SMALL_WORDS = words_of(
    "a an and as at but by for from in into is of on or over the to vs with who what"
)
NUMBERED = re.compile(
    r"(?i)(?:(?:chapter|part|section|act|book|appendix)\s|\d+(?:\.\d+)*\.?\s|[ivxlc]+\.\s)"
)


def is_of_the_page(words: str) -> bool:
    """Tell whether a short block is a label, link or notice of the page."""
    return bool(_WHOLE_LINES.fullmatch(words) or _BEGINNINGS.match(words))


def is_credited(words: str) -> bool:
    """Tell whether a short block names itself a picture's caption or ends in its credit."""
    return bool(_CREDIT.match(words) or _CREDIT_END.search(words))
