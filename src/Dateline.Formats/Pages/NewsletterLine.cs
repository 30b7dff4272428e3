using System.Buffers;

namespace Dateline.Formats.Pages;

/// <summary>A short line that offers a newsletter: <c>Newsletter abonnieren</c>, <c>メルマガ登録</c>. It asks for it and says nothing else.</summary>
internal static class NewsletterLine
{
    private const int Longest = 60;
    private const int MostWords = 6;

    private static readonly SearchValues<string> Letters = SearchValues.Create(
        ["newsletter", "news letter", "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "uutiskirje", "hírlev", "boletín", "boletim", "butlletí", "infolettre", "lettre d'information", "lettre d’information", "rundbrief", "biuletyn", "zpravodaj", "bülten", "bản tin", "buletin", "рассылк", "розсилк", "бюлетин", "ενημερωτικ", "ניוזלטר", "ידיעון", "نشرة", "النشرات", "خبرنامه", "نیوز لیٹر", "न्यूज़लेटर", "न्यूज़लेटर", "न्यूजलेटर", "নিউজলেটার", "จดหมายข่าว", "メルマガ", "メールマガジン", "ニュースレター", "通讯", "通訊", "电子报", "電子報", "邮件", "뉴스레터"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Asking = SearchValues.Create(
        ["subscri", "sign up", "sign-up", "signup", "sign me up", "abonn", "anmeld", "bestell", "eintragen", "inscri", "inscrev", "iscri", "suscri", "apúntate", "aanmelden", "inschrijven", "prenumer", "tilmeld", "meld deg", "tilaa", "feliratkoz", "odebír", "odběr", "zapisz", "zapis", "registr", "regístrate", "abone", "kayıt", "kaydol", "đăng ký", "langgan", "daftar", "подпи", "підпи", "абони", "εγγραφ", "εγγραφή", "הירש", "הרשמ", "הצטרפ", "اشترك", "اشتراك", "الاشتراك", "سجل", "عضو", "اشتراک", "سبسکرائب", "सब्सक्राइब", "सदस्यता", "সাবস্ক্রাইব", "สมัคร", "登録", "購読", "订阅", "訂閱", "구독", "신청"], StringComparison.OrdinalIgnoreCase);

    public static bool Is(ReadOnlySpan<char> line) =>
        line.Length <= Longest && line.ContainsAny(Letters) && line.ContainsAny(Asking) && line.Trim().Count(' ') < MostWords && !TextWeight.EndsSentence(line.TrimEnd("!"));
}
