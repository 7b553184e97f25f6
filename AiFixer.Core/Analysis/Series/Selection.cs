namespace AiFixer.Core.Analysis;

/// <summary>Finds what would stand at a place without sorting everything. Changes the order of what it is given.</summary>
internal static class Selection
{
    public static double Median(Span<double> values)
    {
        var half = values.Length / 2;
        var upper = At(values, half);
        if (values.Length % 2 == 1)
            return upper;
        var lower = double.NegativeInfinity;
        foreach (var value in values[..half])
            lower = Math.Max(lower, value);
        return lower + ((upper - lower) / 2);
    }

    /// <summary>What stands at a place; all before it is not larger afterwards, all behind it not smaller.</summary>
    public static double At(Span<double> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Middle(values[low], values[low + ((high - low) / 2)], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (place <= j)
                high = j;
            else if (place >= i)
                low = i;
            else
                break;
        }

        return values[place];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
