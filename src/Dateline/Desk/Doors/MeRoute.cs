using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Doors;

/// <summary>/desk/me : one's own name, password and sessions.</summary>
internal static class MeRoute
{
    private const string Path = "/desk/me";

    public static async Task<IResult> Get(Editor editor, string? done, DatelineDb db, Register register, CancellationToken cancel) =>
        await Page(editor, await Load(db, editor, cancel), [], done switch
        {
            "name" => N("Your name is changed."),
            "password" => N("Your password is changed. You are signed out everywhere else."),
            "sessions" => N("You are signed out everywhere else."),
            "language" => N("The desk speaks it from now on."),
            _ => null,
        }, register, cancel);

    // POST /desk/me/name
    public static async Task<IResult> Rename(Editor editor, FormFields fields, DatelineDb db, Writes writes, Register register, CancellationToken cancel)
    {
        var name = fields["name"].Trim();
        if (Recruiting.NameRefusal(name) is { } refusal) return await Page(editor, await Load(db, editor, cancel), [new Refusal("name", refusal)], null, register, cancel);
        await writes.Run(async (at, stop) =>
        {
            var me = await Load(at, editor, stop);
            me.Name = name;
            me.Touch();
        }, cancel);
        return new SeeOther(Path + "?done=name");
    }

    // POST /desk/me/language
    public static async Task<IResult> ChooseLanguage(Editor editor, FormFields fields, Writes writes, CancellationToken cancel)
    {
        var chosen = DeskWords.Languages.Any(language => language.Tag == fields["language"]) ? fields["language"] : null;
        await writes.Run(async (at, stop) =>
        {
            var me = await Load(at, editor, stop);
            me.Language = chosen;
            me.Touch();
        }, cancel);
        return new SeeOther(Path + "?done=language");
    }

    // POST /desk/me/password
    public static async Task<IResult> ChangePassword(
        Editor editor, FormFields fields, HttpContext http, DatelineDb db, Writes writes, Passwords passwords, Knocks knocks, SignInManager<Staff> signIn, Register register, CancellationToken cancel)
    {
        var me = await Load(db, editor, cancel);
        var from = http.Connection.RemoteIpAddress;
        if (await knocks.Try(from, cancel) is not { } counted) return await Page(editor, me, [new Refusal("current", T("Too many wrong tries from your network. Wait ten minutes."))], null, register, cancel);
        if (!passwords.Fits(me, fields["current"])) return await Page(editor, me, [new Refusal("current", T("That isn’t your password."))], null, register, cancel);
        await knocks.TakeBack(counted, cancel);
        var (hash, refusal) = await passwords.Make(me, fields["password"]);
        if (refusal is not null) return await Page(editor, me, [new Refusal("password", refusal)], null, register, cancel);

        var changed = (await writes.Run(async (at, stop) =>
        {
            var now = await Load(at, editor, stop);
            now.SetPassword(hash!);
            return now;
        }, cancel)).Value;
        await signIn.SignInAsync(changed, isPersistent: true);
        return new SeeOther(Path + "?done=password");
    }

    // POST /desk/me/sessions
    public static async Task<IResult> EndSessions(Editor editor, Writes writes, SignInManager<Staff> signIn, CancellationToken cancel)
    {
        var changed = (await writes.Run(async (at, stop) =>
        {
            var now = await Load(at, editor, stop);
            now.EndSessions();
            return now;
        }, cancel)).Value;
        await signIn.SignInAsync(changed, isPersistent: true);
        return new SeeOther(Path + "?done=sessions");
    }

    private static Task<Staff> Load(DatelineDb db, Editor editor, CancellationToken cancel) => db.Staff.FirstAsync(one => one.Id == editor.Id, cancel);

    private static async Task<IResult> Page(Editor editor, Staff me, IReadOnlyList<Refusal> problems, string? flash, Register register, CancellationToken cancel) =>
        new StaffPage<MePage>(new()
        {
            [nameof(MePage.Editor)] = editor,
            [nameof(MePage.Agency)] = await register.Agency(cancel),
            [nameof(MePage.Me)] = me,
            [nameof(MePage.Problems)] = problems,
            [nameof(MePage.Flash)] = flash,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
