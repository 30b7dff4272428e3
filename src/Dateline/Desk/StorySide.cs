namespace Dateline.Desk;

/// <summary>
/// What a later room shows beside a story on the desk: a component with the parameters <c>Story</c> and <c>Editor</c>. The desk
/// doesn't know the rooms after it; they register theirs.
/// </summary>
/// <param name="Component">A Razor component.</param>
public sealed record StorySide(Type Component);
