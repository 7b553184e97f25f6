namespace AiFixer.Core.Analysis;

/// <summary>
/// Groups values that have enough neighbours, after standardising them; what belongs to no group is wild. On a line neighbours stand
/// side by side, so sorting is all it takes.
/// </summary>
internal static class Dbscan
{
    public const int Noise = -1;

    public static bool[] Wild(Profile profile, double reach) => Array.ConvertAll(Labels(profile, reach), label => label == Noise);

    /// <summary>Groups are numbered in the order in which the series comes upon them.</summary>
    public static int[] Labels(Profile profile, double reach)
    {
        var n = profile.Values.Length;
        var places = Array.ConvertAll(profile.Sorted, value => profile.Deviation > 0 ? (value - profile.Mean) / profile.Deviation : 0);
        var cores = Cores(places, reach, Math.Max(3, Math.Min(5, n / 4)));
        var groups = Groups(places, cores, profile.Order, reach);
        var (left, right) = (Nearest(cores, n, 1), Nearest(cores, n, -1));
        var labels = new int[n];
        for (var i = 0; i < n; i++)
        {
            var below = left[i] >= 0 && places[i] - places[left[i]] <= reach ? groups[left[i]] : int.MaxValue;
            var above = right[i] >= 0 && places[right[i]] - places[i] <= reach ? groups[right[i]] : int.MaxValue;
            labels[profile.Order[i]] = Math.Min(below, above) is < int.MaxValue and var group ? group : Noise;
        }

        return labels;
    }

    private static bool[] Cores(double[] places, double reach, int least)
    {
        var cores = new bool[places.Length];
        var (from, until) = (0, 0);
        for (var i = 0; i < places.Length; i++)
        {
            while (places[i] - places[from] > reach)
                from++;
            while (until < places.Length && places[until] - places[i] <= reach)
                until++;
            cores[i] = until - from >= least;
        }

        return cores;
    }

    private static int[] Groups(double[] places, bool[] cores, int[] order, double reach)
    {
        var run = new int[places.Length];
        var first = new List<int>();
        var last = -1;
        for (var i = 0; i < places.Length; i++)
        {
            if (!cores[i])
                continue;
            if (last < 0 || places[i] - places[last] > reach)
                first.Add(int.MaxValue);
            run[i] = first.Count - 1;
            first[^1] = Math.Min(first[^1], order[i]);
            last = i;
        }

        var rank = first.Order().Index().ToDictionary(one => one.Item, one => one.Index);
        return Array.ConvertAll(run, number => first.Count > 0 ? rank[first[number]] : Noise);
    }

    /// <summary>Of each place the nearest core to one side, itself included.</summary>
    private static int[] Nearest(bool[] cores, int n, int step)
    {
        var nearest = new int[n];
        var last = -1;
        for (var i = step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step)
            nearest[i] = last = cores[i] ? i : last;
        return nearest;
    }
}
