"""A paragraph in each of some languages, written for these tests."""

PARAGRAPHS = {
    "German": (
        "Die Stadt liegt an der Weser und wurde im Jahre 1247 von Graf Otto gegründet. Der "
        "Physiker Albert Berger zog 1895 von Wien nach Zürich. Im Krieg brannte sie fast ab."
    ),
    "French": (
        "La tour a été construite par Pierre Morel pour l'exposition universelle de 1889. Le "
        "village compte 412 habitants et une église de 1174. Elle fut fermée en 1903."
    ),
    "Spanish": (
        "La ciudad de Toledo fue conquistada por Alfonso en 1085. El museo recibe a más de "
        "84.000 visitantes de todo el mundo al año. Murió en la capital en 2014."
    ),
    "Turkish": (
        "Şehir 1453 yılında uzun bir kuşatmadan sonra Sultan Mehmed tarafından alındı. Bugün "
        "şehirde yaklaşık 16 milyon insan yaşıyor. Bu köprü 1973 yılında açıldı."
    ),
    "Persian": (
        "تهران در سال ۱۷۹۶ به دست آقا محمدخان قاجار پایتخت ایران شد. دانشگاه تهران در سال 1934 "
        "با شش دانشکده تأسیس شد. او در سال ۱۳۲۰ به شیراز رفت."
    ),
    "Arabic": (
        "تأسست مدينة القاهرة عام 969 على يد القائد جوهر الصقلي. يبلغ عدد سكان المدينة اليوم أكثر "
        "من عشرة ملايين نسمة."
    ),
    "Chinese": (
        "北京位于华北平原的北部，2008年举办了夏季奥林匹克运动会。故宫建成于1420年，是世界上最大的宫殿。"
    ),
    "Russian": (
        "Город основан Петром в 1703 году на берегу Невы. Население города составляет около пяти "
        "миллионов человек."
    ),
}
