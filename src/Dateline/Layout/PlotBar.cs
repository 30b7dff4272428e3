namespace Dateline.Layout;

/// <summary>One bar of a <see cref="BarPlot"/>.</summary>
/// <param name="Part">How much of it is of a kind; null: not told.</param>
public sealed record PlotBar(string Label, double Value, double? Part = null);
