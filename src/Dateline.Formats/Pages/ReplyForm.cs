using System.Buffers;

namespace Dateline.Formats.Pages;

/// <summary>
/// The form below a story in which readers write, as publishing systems word it in each language: its heading, the word that takes
/// an answer back, and what it says of the address and of the fields that must be filled.
/// </summary>
internal static class ReplyForm
{
    private const int Longest = 90;
    private const int LongestNotice = 240;
    private const int ShortestCancel = 4;

    // WordPress puts it behind the heading, in the same line of a copied page.
    private static readonly string[] Cancels =
    [
        "cancel reply", "antwort abbrechen", "antworten abbrechen", "annuler la réponse", "cancelar la respuesta", "cancelar respuesta", "annulla risposta", "cancelar resposta", "reactie annuleren", "antwoord annuleren", "avbryt svar", "annuller svar", "peruuta vastaus", "anuluj pisanie odpowiedzi", "anuluj odpowiedź", "zrušit odpověď na komentář", "zrušit odpověď", "zrušiť odpoveď", "válasz megszakítása", "anulează răspunsul", "отменить ответ", "отмена", "скасувати коментар", "скасувати відповідь", "отказ", "одустани од одговора", "otkaži odgovor", "prekliči odgovor", "ακύρωση απάντησης", "yanıtı iptal et", "cevabı iptal et", "إلغاء الرد", "لغو پاسخ", "جواب منسوخ کریں", "לבטל", "ביטול", "בטל תגובה", "जवाब रद्द करें", "batalkan balasan", "hủy", "コメントをキャンセル", "取消回复", "取消回覆", "응답 취소", "ยกเลิกการตอบ", "জবাব বাতিল", "anuloje përgjigjen",
    ];

    // No story says that somebody's address isn't published, but of such a form.
    private static readonly SearchValues<string> Notices = SearchValues.Create(
    [
        "mail address will not be published", "mail will not be published", "Required fields are marked", "-Mail-Adresse wird nicht veröffentlicht", "Erforderliche Felder sind mit", "mail ne sera pas publiée", "champs obligatoires sont indiqués avec", "correo electrónico no será publicada", "correo electrónico no se publicará", "campos obligatorios están marcados", "indirizzo email non sarà pubblicato", "indirizzo e-mail non sarà pubblicato", "campi obbligatori sono contrassegnati", "mail não será publicado", "mail não será divulgado", "Campos obrigatórios são marcados", "Campos obrigatórios marcados", "mailadres wordt niet gepubliceerd", "mailadres zal niet", "Vereiste velden zijn gemarkeerd", "postadress kommer inte", "Obligatoriska fält är märkta", "postadresse vil ikke bli", "Obligatoriske felt", "mailadresse vil ikke blive", "Krævede felter er markeret", "ostiosoitettasi ei julkaista", "ostiosoitettasi ei tulla julkaisemaan", "Pakolliset kentät on merkitty",
        "mail nie zostanie opublikowany", "mail nie będzie publikowany", "Wymagane pola są oznaczone", "adresa nebude zveřejn", "Vyžadované informace jsou označeny", "Povinné polia sú označené", "mail címet nem tesszük közzé", "mail-címet nem tesszük közzé", "kötelező mezőket", "mail nu va fi publicată", "Câmpurile obligatorii sunt marcate", "адрес email не будет опубликован", "email не будет опубликован", "Обязательные поля помечены", "адреса не оприлюднюватиметься", "адреса не буде опублікована", "Обов’язкові поля позначені", "адрес няма да бъде публикуван", "διεύθυνση σας δεν δημοσιεύεται", "posta adresiniz yayınlanmayacak", "posta hesabınız yayımlanmayacak", "Gerekli alanlar", "نشر عنوان بريدك", "الحقول الإلزامية", "ایمیل شما منتشر نخواهد شد", "بخش‌های موردنیاز", "ایڈریس شائع نہیں کیا جائے گا", "האימייל לא יוצג באתר", "האימייל לא תפורסם", "שדות החובה מסומנים", "ईमेल पता प्रकाशित नहीं", "आवश्यक फ़ील्ड चिह्नित", "email Anda tidak akan dipublikasikan", "Ruas yang wajib ditandai", "email của bạn sẽ không được", "Email của bạn sẽ không được", "アドレスが公開されることはありません", "邮箱地址不会被公开", "邮件地址不会被公开", "電子郵件地址不會被公開", "電子郵件地址不會公開", "이메일 주소는 공개되지 않습니다", "이메일은 공개되지 않습니다",
        "content of this field is kept private and will not be shown", "Save my name, email", "Log in or register to post comments", "Log in to post comments", "Anmelden oder Registrieren, um Kommentare", "pour publier un commentaire", "para enviar comentarios", "comments powered by", "view the discussion thread", "Reply With Quote",
    ], StringComparison.Ordinal);

    /// <summary>Whether a line is what such a form says of itself.</summary>
    public static bool IsNotice(ReadOnlySpan<char> line) => line.Length is > 8 and < LongestNotice && line.ContainsAny(Notices);

    /// <summary>A heading without the word behind it that takes an answer back.</summary>
    public static ReadOnlySpan<char> WithoutCancel(ReadOnlySpan<char> line)
    {
        if (line.Length is < ShortestCancel or > Longest) return line;
        foreach (var cancel in Cancels)
            if (line.Length > cancel.Length + 2 && line.EndsWith(cancel, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(line[^(cancel.Length + 1)])) return line[..^cancel.Length].TrimEnd(" ⋅·|-–—(");

        return line;
    }
}
