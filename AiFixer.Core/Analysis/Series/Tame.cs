namespace AiFixer.Core.Analysis;

/// <summary>Cuts wild values, for one next to the edge of a change would move it.</summary>
internal static class Tame
{
    public static void Apply(Span<double> all, double before, double end, double middle)
    {
        var (low, high) = (Math.Min(before, Math.Min(end, middle)), Math.Max(before, Math.Max(end, middle)));
        var room = (high - low) / 4;
        for (var i = 0; i < all.Length; i++)
            all[i] = Math.Clamp(all[i], low - room, high + room);
        Lonely(all, (before + middle) / 2);
    }

    /// <summary>A single value on the other side than both its neighbours is put between them.</summary>
    private static void Lonely(Span<double> all, double border)
    {
        for (var i = 1; i < all.Length - 1; i++)
        {
            var (last, now, next) = (all[i - 1] > border, all[i] > border, all[i + 1] > border);
            if (now != last && now != next)
                all[i] = (all[i - 1] + all[i + 1]) / 2;
        }
    }
}
