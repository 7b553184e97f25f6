namespace AiFixer.Core.Analysis;

/// <summary>Series laid on one grid, only where all of them say something.</summary>
/// <param name="Times">When all of them say something.</param>
/// <param name="Rows">One row of values for each series.</param>
internal sealed record Aligned(TimeSpan Step, DateTimeOffset[] Times, double[][] Rows)
{
    public int Count => Rows[0].Length;

    /// <returns>Null when they have too few times in common.</returns>
    public static Aligned? Of(int least, params Series[] all)
    {
        if (Grid.Of(all) is not { } grid)
            return null;
        var rows = all.Select(grid.Align).ToList();
        var whole = Enumerable.Range(0, grid.Count).Where(i => rows.TrueForAll(row => !double.IsNaN(row[i]))).ToList();
        if (whole.Count < least)
            return null;
        return new(
            grid.Step,
            [.. whole.Select(i => grid.Start + (i * grid.Step))],
            [.. rows.Select(row => whole.Select(i => row[i]).ToArray())]);
    }
}
