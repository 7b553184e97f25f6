namespace AiFixer.Bench.Plots;

internal sealed record PlotLine(string Name, IReadOnlyList<(double X, double Y)> Points);
