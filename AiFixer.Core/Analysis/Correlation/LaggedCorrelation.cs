namespace AiFixer.Core.Analysis;

/// <summary>How closely one series follows another so many samples later.</summary>
/// <param name="Lag">Above zero the first one leads.</param>
public readonly record struct LaggedCorrelation(int Lag, double R, double P)
{
    private const int LeastPairs = 8;

    /// <summary>At every lag from -<paramref name="most"/> to <paramref name="most"/> at which there are enough pairs.</summary>
    /// <param name="count">As how many independent pairs they count; as many as they are when it is not given.</param>
    public static IReadOnlyList<LaggedCorrelation> All(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int most = 10, double? count = null)
    {
        var all = new List<LaggedCorrelation>();
        for (var lag = -most; lag <= most; lag++)
        {
            if (first.Length - Math.Abs(lag) < LeastPairs)
                continue;
            var (x, y) = Pair(first, second, lag);
            var r = Pearson.Correlation(x, y);
            if (!double.IsNaN(r))
                all.Add(new(lag, r, Tails.Correlation(r, ((count ?? first.Length) * x.Length / first.Length) - 2)));
        }

        return all;
    }

    /// <summary>The two laid on each other so that the second is so many samples later.</summary>
    public static Pairs Pair(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int lag) => lag >= 0
        ? new(first[..^lag], second[lag..])
        : new(first[-lag..], second[..^-lag]);

    /// <summary>Values side by side.</summary>
    public readonly ref struct Pairs(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        private readonly ReadOnlySpan<double> x = x;
        private readonly ReadOnlySpan<double> y = y;

        public void Deconstruct(out ReadOnlySpan<double> first, out ReadOnlySpan<double> second)
        {
            first = x;
            second = y;
        }
    }
}
