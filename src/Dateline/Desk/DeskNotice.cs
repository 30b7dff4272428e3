namespace Dateline.Desk;

/// <summary>
/// What a later room has to tell somebody who comes to the desk's stories: a component with the parameter <c>Editor</c>, which
/// renders nothing when there is nothing to tell. Registered like <see cref="StorySide"/>.
/// </summary>
/// <param name="Component">A Razor component.</param>
public sealed record DeskNotice(Type Component);
