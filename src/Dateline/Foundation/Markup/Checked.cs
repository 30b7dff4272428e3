using System.Diagnostics.CodeAnalysis;

namespace Dateline.Foundation.Markup;

/// <summary>Why a text was not taken: a code for programs, a sentence a person can act on.</summary>
public sealed record MarkupRefusal(string Code, string Sentence);

/// <summary>A value that passed its checks, or the reason why not.</summary>
public readonly struct Checked<T> where T : class
{
    private Checked(T? value, MarkupRefusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }
    public MarkupRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Value is not null;

    /// <summary>For input that this program wrote itself: a refusal there is a bug.</summary>
    public T OrThrow() => Value ?? throw new InvalidOperationException(Refusal!.Sentence);

    public static implicit operator Checked<T>(T value) => new(value, refusal: null);
    public static implicit operator Checked<T>(MarkupRefusal refusal) => new(value: null, refusal);
}
