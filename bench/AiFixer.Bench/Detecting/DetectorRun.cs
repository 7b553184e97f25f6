using System.Diagnostics;
using System.Text.Json;
using AiFixer.Core.Analysis;

namespace AiFixer.Bench.Detecting;

/// <summary>All detectors and the change point over the series of a file, in a process of its own so that its memory is its own.</summary>
internal static class DetectorRun
{
    public const string Argument = "detector-run";
    private const int Rounds = 3;
    private const int Cores = 2;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The median of three rounds after one to warm up.</summary>
    public static void Run(string file, int count, int length)
    {
        var all = Read(file, count, length);
        _ = Round(all);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Round(all)).OrderBy(round => round.Seconds).ToList();
        var (seconds, found) = rounds[Rounds / 2];
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(
            new DetectorTimes(seconds, process.PeakWorkingSet64 / 1048576.0, found), DetectorJson.Default.DetectorTimes));
    }

    private static (double Seconds, int Found) Round(Series[] all)
    {
        var found = 0;
        var began = Stopwatch.GetTimestamp();
        Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = Cores }, series =>
        {
            var anomalies = AnomalyDetection.Of(series).Anomalies.Count();
            if (Onset.Of(series) is not null || anomalies > 0)
                Interlocked.Add(ref found, anomalies);
        });
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, found);
    }

    private static Series[] Read(string file, int count, int length)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        return [.. Enumerable.Range(0, count).Select(_ => Series.Every(Start, TimeSpan.FromMinutes(1), Take(reader, length)))];
    }

    private static double[] Take(BinaryReader reader, int length)
    {
        var values = new double[length];
        for (var i = 0; i < length; i++)
            values[i] = reader.ReadDouble();
        return values;
    }
}
