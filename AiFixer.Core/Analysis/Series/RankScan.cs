namespace AiFixer.Core.Analysis;

/// <summary>
/// Finds the stretch whose values stand apart from all others. It looks at ranks, so that it makes no difference how far a wild value
/// is out.
/// </summary>
internal static class RankScan
{
    private const int ShortestInside = 3;
    private const int ShortestAtEnd = 2;
    private const double Longer = 1.25;

    /// <returns>Null when all values are the same or there are too few.</returns>
    public static Window? Best(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        if (n < ShortestInside + ShortestAtEnd)
            return null;
        var sums = Sums(values, out var variance);
        if (variance <= 0)
            return null;
        var best = new Window(0, 0, 0);
        for (var length = ShortestInside; length < n - 1; length = Math.Max(length + 1, (int)(length * Longer)))
        {
            var scale = Scale(variance, length, n);
            for (var start = 0; start + length <= n; start++)
                best = Larger(best, sums, start, start + length, scale);
        }

        for (var start = 1; start <= n - ShortestAtEnd; start++)
            best = Larger(best, sums, start, n, Scale(variance, n - start, n));
        return Refined(best, sums, variance);
    }

    /// <summary>How many stretches were looked at, at most.</summary>
    public static double Looks(int n) => n * (2 + Math.Log(n, Longer));

    private static Window Refined(Window window, double[] sums, double variance)
    {
        var n = sums.Length - 1;
        for (var round = 0; round < 3; round++)
        {
            var before = window;
            var reach = ((window.End - window.Start) / 4) + 2;
            for (var start = Math.Max(0, before.Start - reach); start <= Math.Min(before.End - ShortestInside, before.Start + reach); start++)
                window = Larger(window, sums, start, before.End, Scale(variance, before.End - start, n));
            var start2 = window.Start;
            for (var end = Math.Max(start2 + ShortestInside, before.End - reach); end <= Math.Min(n, before.End + reach); end++)
                window = Larger(window, sums, start2, end, Scale(variance, end - start2, n));
            if (window == before)
                break;
        }

        return window;
    }

    private static Window Larger(Window best, double[] sums, int start, int end, double scale)
    {
        var z = (sums[end] - sums[start]) * scale;
        return Math.Abs(z) > Math.Abs(best.Z) ? new(start, end, z) : best;
    }

    private static double Scale(double variance, int length, int n) =>
        length >= n ? 0 : 1 / Math.Sqrt(variance * length * (n - length) / n);

    /// <summary>Running sums of ranks about their mean; equal values share their rank.</summary>
    private static double[] Sums(ReadOnlySpan<double> values, out double variance)
    {
        var n = values.Length;
        var sorted = values.ToArray();
        var order = new int[n];
        for (var i = 0; i < n; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        var ranks = new double[n];
        for (var i = 0; i < n;)
        {
            var j = i;
            while (j < n && sorted[j] == sorted[i])
                j++;
            var rank = ((i + j - 1) / 2d) - ((n - 1) / 2d);
            for (; i < j; i++)
                ranks[order[i]] = rank;
        }

        var sums = new double[n + 1];
        variance = 0;
        for (var i = 0; i < n; i++)
        {
            sums[i + 1] = sums[i] + ranks[i];
            variance += ranks[i] * ranks[i] / (n - 1);
        }

        return sums;
    }
}
