namespace AiFixer.Bench.Detecting;

/// <summary>A day of a thousand metrics: noise about a daily wave, now and then a wild value, in every third a step.</summary>
internal static class SeriesFile
{
    public static void Write(string file, int count, int length)
    {
        var random = new Random(42);
        using var writer = new BinaryWriter(File.Create(file));
        for (var i = 0; i < count; i++)
        {
            var step = i % 3 == 0 ? random.Next(length / 2, length) : length;
            for (var t = 0; t < length; t++)
                writer.Write(Value(random, t, length) + (t >= step ? 8 : 0));
        }
    }

    private static double Value(Random random, int t, int length)
    {
        var noise = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var wild = random.Next(500) == 0 ? 12 : 0;
        return 50 + (2 * Math.Sin(2 * Math.PI * t / length)) + noise + wild;
    }
}
