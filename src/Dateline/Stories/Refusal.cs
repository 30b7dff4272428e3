namespace Dateline.Stories;

/// <summary>Why something may not be done: a code for machines, a sentence a person can act on.</summary>
public sealed record Refusal(string Code, string Sentence);
