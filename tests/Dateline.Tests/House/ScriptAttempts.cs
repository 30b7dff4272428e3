using Dateline.Layout.Languages;
using Dateline.Replies;

namespace Dateline.Tests.House;

/// <summary>Attempts to get script in, put together from parts: openings out of wherever a text may stand, elements, attributes, ends.</summary>
internal static class ScriptAttempts
{
    private static readonly string[] Openings = ["", "\"", "'", "`", ">", "\">", "'>", "</p>", "</bdi>", "</title>", "</textarea>", "</script>", "<!--", "-->", "]]>", "*", "_", "> ", ">> ", "&quot;>", "&#34;>", "\u202e", "\u2066", "%22%3E", "\\\"", "{{", "${"];
    private static readonly string[] Elements = ["script", "SCRIPT", "scr\u200bipt", "img", "svg", "math", "iframe", "object", "embed", "base", "link", "meta", "style", "form", "input", "button", "details", "video", "audio", "body", "template", "noscript", "xmp", "plaintext", "a", "b", "x-y", "foreignObject", "mglyph", "image", "isindex", "marquee"];
    private static readonly string[] Attributes = ["", " src=x onerror=alert(1)", "/onload=alert(1)", " onclick=alert(1)", " href=javascript:alert(1)", " href=\"java\tscript:alert(1)\"", " href=data:text/html;base64,PHNjcmlwdD4=", " srcdoc='<script>alert(1)</script>'", " style=\"background:url(//evil.example)\"", " autofocus onfocus=alert(1)", " formaction=javascript:alert(1)", " xlink:href=javascript:alert(1)", " ontoggle=alert(1) open", " http-equiv=refresh content=0;url=//evil.example", " id=__proto__ name=cookie"];
    private static readonly string[] Closings = ["", ">", ">alert(1)", ">alert(1)</script>", "/>", ">x", " //", "<!--", "\n", "--><b>"];
    private static readonly string[] Targets = ["https://a.example/\"onmouseover=alert(1)", "javascript:alert(1)//https://a.example", "https://a.example/<script>", "http://a.example/'><svg onload=alert(1)>", "https://javascript:alert(1)@a.example", "HTTPS://a.example/#javascript:alert(1)"];

    public static string Next(Random random)
    {
        var attempt = $"{One(Openings)}<{One(Elements)}{One(Attributes)}{One(Closings)}";
        return random.Next(4) == 0 ? attempt + " " + One(Targets) : attempt;

        string One(string[] of) => of[random.Next(of.Length)];
    }

    /// <summary>As many attempts as have room in a field, one to a line.</summary>
    public static string Fill(Random random, int longest)
    {
        var lines = Next(random);
        for (var more = Next(random); lines.Length + 2 + more.Length <= longest; more = Next(random)) lines += "\n" + more;
        return lines;
    }

    /// <summary>A form with attempts in its name, its text and perhaps its website, which its own check takes; where it refuses one, another.</summary>
    public static ReplyForm Form(Random random, int paragraphs = 2)
    {
        while (true)
        {
            var form = new ReplyForm(Next(random), "a@b.example", "", string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(_ => Next(random))), "");
            if (random.Next(2) == 0 && form with { Website = Targets[random.Next(Targets.Length)] } is var linked && Taken(linked) is not null) return linked;
            if (Taken(form) is not null) return form;
        }
    }

    /// <summary>What the form's own check makes of an attempt; null when it refuses it.</summary>
    public static CheckedReply? Taken(ReplyForm form) => form.Check(Wording.Of("en")).Reply;
}
