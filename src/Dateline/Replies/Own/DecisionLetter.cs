using System.Text;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Replies.Letters;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Own;

/// <summary>What was decided on a reply, or that an appeal was dismissed, to its writer: the same words as its own page has, and the way there, where one appeals.</summary>
internal sealed class DecisionLetter(Register register, AddressVault vault, PostOffice office, OwnKey keys)
{
    /// <summary>Null when it was decided anew since, the story isn't public any more, or the address isn't proved any more.</summary>
    public async Task<Letter?> Write(DatelineDb db, DecisionErrand errand, DateTimeOffset now, CancellationToken cancel)
    {
        if (await OwnReply.Find(db, errand.Reply, cancel) is not { } own || own.Reply.DecisionId != errand.Decision) return null;
        if (errand.Appeal is null ? own.Decision is null : own.Dismissed?.Id != errand.Appeal) return null;
        var (reply, reader) = (own.Reply, own.Reply.ReaderId);
        if (await db.Set<Reader>().FirstOrDefaultAsync(row => row.Id == reader && row.VerifiedAt != null && row.AddressKey == reply.AddressKey, cancel) is not { } proved || vault.Show(proved.EmailCipher) is not { } address) return null;
        if (await db.FindPublicStory(reply.StoryKey, now, cancel) is not { } story || (await register.Book(cancel)).Edition(story.Edition) is not { } edition) return null;

        var words = Wording.Of(edition.Language);
        var text = new StringBuilder();
        if (errand.Appeal is not null) Dismissal(text, words, own);
        text.Append(words[own.TextKey]).Append('\n');
        if (own.DsaCode is { } code) text.Append(words["own.code", code]).Append('\n');
        text.Append("\n> ").Append(Quotation.Of(PlainText.From(reply.Body))).Append("\n\n");
        if (errand.Appeal is not null) text.Append(words["own.appeal.redress"]).Append("\n\n");
        if (reply.State == ReplyState.Published) text.Append(words["own.see"]).Append(":\n").Append(office.Absolute(story.Path + PublicReply.PlaceOf(reply.Id))).Append("\n\n");
        text.Append(words[own.CanAppeal ? "letter.decision.appeal" : "letter.decision.page"]).Append('\n').Append(office.Absolute(keys.Address(story.Edition, reply.Id))).Append("\n\n");
        text.Append(words["letter.decision.why"]).Append('\n').Append(office.Absolute($"/{story.Edition}/your-data")).Append('\n');
        return new Letter(address, $"{words[errand.Appeal is null ? own.TitleKey : "letter.appeal.title"]}: {words.Isolated(story.Headline)}", text.ToString());
    }

    /// <summary>The outcome, who decided, and the moderator's answer, whole: it is the reason (Digital Services Act, article 20, paragraph 5).</summary>
    private static void Dismissal(StringBuilder text, Wording words, OwnReply own)
    {
        text.Append(words["own.appeal.dismissed"]).Append(' ').Append(words[own.AnsweredKey]).Append("\n\n");
        if (CleanText.Lines(own.Dismissed?.Answer?.ReplaceLineEndings("\n") ?? "").Trim() is { Length: > 0 } answer)
            text.Append(words["letter.appeal.answer"]).Append('\n').Append(answer).Append("\n\n");
        text.Append(words[own.TitleKey]).Append(". "); // then why, as it was told before
    }
}
