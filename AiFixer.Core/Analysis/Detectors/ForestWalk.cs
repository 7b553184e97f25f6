using System.Numerics;

namespace AiFixer.Core.Analysis;

/// <summary>Grows random trees over sorted values and adds up how deep each value lies in them.</summary>
internal sealed class ForestWalk
{
    private readonly double[] points;
    private readonly double[] sample;
    private readonly ulong[] chosen;
    private readonly double[] steps;
    private readonly double[] leaves;
    private readonly int deepest;

    public ForestWalk(double[] sorted, int taken)
    {
        points = sorted;
        sample = taken == sorted.Length ? sorted : new double[taken];
        chosen = new ulong[(sorted.Length + 63) / 64];
        steps = new double[sorted.Length + 1];
        leaves = [.. Enumerable.Range(0, taken + 1).Select(IsolationForest.Average)];
        deepest = (int)Math.Ceiling(Math.Log2(Math.Max(2, taken)));
    }

    public void Grow(ref Chances chances)
    {
        if (sample.Length < points.Length)
            Choose(ref chances);
        Cut(0, sample.Length, 0, points.Length, 0, ref chances);
    }

    /// <summary>The sums over all trees.</summary>
    public double[] Depths()
    {
        var depths = new double[points.Length];
        var sum = 0d;
        for (var i = 0; i < depths.Length; i++)
            depths[i] = sum += steps[i];
        return depths;
    }

    private void Cut(int from, int until, int first, int end, int depth, ref Chances chances)
    {
        var (low, high) = (sample[from], sample[until - 1]);
        if (depth >= deepest || until - from <= 1 || low == high)
        {
            var deep = depth + leaves[until - from];
            steps[first] += deep;
            steps[end] -= deep;
            return;
        }

        var cut = low + (chances.Share() * (high - low));
        var middle = After(sample, from, until, cut);
        // Rounding may put the cut on the highest value: then nothing would be cut off.
        if (middle == until)
            middle = After(sample, from, until, cut = Math.BitDecrement(high));
        var border = ReferenceEquals(sample, points) ? middle : After(points, first, end, cut);
        Cut(from, middle, first, border, depth + 1, ref chances);
        Cut(middle, until, border, end, depth + 1, ref chances);
    }

    /// <summary>The first place behind all that is not larger.</summary>
    private static int After(double[] sorted, int from, int until, double value)
    {
        while (from < until)
        {
            var middle = (from + until) >>> 1;
            if (sorted[middle] <= value)
                from = middle + 1;
            else
                until = middle;
        }

        return from;
    }

    /// <summary>Floyd's way to choose some of many without choosing one twice, and in order.</summary>
    private void Choose(ref Chances chances)
    {
        Array.Clear(chosen);
        for (var last = points.Length - sample.Length; last < points.Length; last++)
        {
            var one = chances.Below(last + 1);
            if ((chosen[one >> 6] & (1UL << one)) != 0)
                one = last;
            chosen[one >> 6] |= 1UL << one;
        }

        var at = 0;
        for (var word = 0; word < chosen.Length; word++)
        {
            for (var bits = chosen[word]; bits != 0; bits &= bits - 1)
                sample[at++] = points[(word << 6) + BitOperations.TrailingZeroCount(bits)];
        }
    }
}
