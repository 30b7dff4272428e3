namespace Dateline.Replies.Screening;

/// <summary>
/// A name that is nothing but an office in a house like ours: "Moderator", "The Editors", "Site admin 2", "هيئة التحرير". Whoever signs so seems to
/// speak for us. One word that is none of these makes it somebody's name: "Moderator Jones" is found by the staff's names, "Steward" by nothing.
/// </summary>
internal static class HouseRoles
{
    private static readonly HashSet<string> Offices = Folded(
        "moderator", "moderators", "moderation", "mod", "mods", "admin", "admins", "administrator", "administrators", "administration", "editor", "editors", "editorial", "newsroom", "newsdesk", "webmaster", "sysadmin", "support", "helpdesk", "management",
        "المشرف", "مشرف", "المشرفون", "المشرفين", "الإشراف", "المدير", "مدير", "الإدارة", "إدارة", "المحرر", "محرر", "المحررون", "المحررين", "التحرير", "تحرير", "الأدمن", "أدمن", "الدعم",
        "مدیر", "مدیریت", "سردبیر", "سردبیری", "تحریریه", "ویراستار", "ادمین", "ناظر", "ناظران", "گرداننده", "پشتیبانی",
        "modérateur", "modérateurs", "modération", "administrateur", "rédaction", "rédacteur", "rédacteurs", "moderador", "moderadores", "administrador", "redacción", "redação", "redactor", "redakteur", "redaktion", "redaktionen", "redaktör", "redaktør", "redazione", "redattore",
        "moderatore", "amministratore", "redactie", "redacteur", "moderatör", "yönetici", "editör", "yönetim", "модератор", "администратор", "админ", "редактор", "редакция", "адміністратор", "редакція", "管理员", "管理員", "编辑部", "編集部", "編集長", "管理者", "관리자", "편집부");

    /// <summary>What stands beside an office and makes it nobody's name.</summary>
    private static readonly HashSet<string> Beside = Folded(
        "the", "a", "our", "your", "site", "web", "website", "forum", "team", "staff", "chief", "senior", "head", "lead", "in", "of", "desk", "news", "night", "day", "comment", "comments", "reply", "replies", "official", "board", "room", "and", "online", "press",
        "هيئة", "فريق", "رئيس", "رئاسة", "الموقع", "موقع", "غرفة", "قسم", "الأخبار", "التعليقات", "نائب", "گروه", "تیم", "سایت", "هیئت", "اتاق", "خبر", "بخش", "دیدگاه‌ها", "وبگاه",
        "le", "la", "les", "l", "de", "du", "en", "chef", "équipe", "site", "el", "los", "equipo", "jefe", "sitio", "die", "der", "das", "team", "seite", "web", "главный", "сайта", "команда");

    public static bool Is(string name)
    {
        var words = MatchText.Of(name).Words;
        var offices = 0;
        foreach (var word in words)
            if (Offices.Contains(word)) offices++;
            else if (!Beside.Contains(word) && !word.All(char.IsDigit)) return false;
        return offices > 0;
    }

    /// <summary>Each as a name is compared; of several words in one, each.</summary>
    private static HashSet<string> Folded(params ReadOnlySpan<string> words)
    {
        var folded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
            foreach (var part in MatchText.Of(word).Words) folded.Add(part);
        return folded;
    }
}
