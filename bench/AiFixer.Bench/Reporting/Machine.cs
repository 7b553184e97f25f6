using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using AiFixer.Bench.Load;
using AiFixer.TestSupport;

namespace AiFixer.Bench.Reporting;

/// <summary>What the numbers were measured on.</summary>
/// <param name="FsyncMs">How long the disk takes to keep four kilobytes, in the median.</param>
internal sealed record Machine(int Cores, string Processor, long MemoryMb, double FsyncMs, string Postgres, string System, string Runtime)
{
    private const int Writes = 200;

    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        First("/proc/cpuinfo", "model name"),
        long.Parse(First("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024,
        Math.Round(Fsync(), 2),
        Version(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Cores} cores ({Processor}), {MemoryMb} MB, fsync {FsyncMs} ms, {Postgres}, {Runtime}, {System}");

    private static double Fsync()
    {
        var path = Path.GetTempFileName();
        var times = new List<long>();
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            var page = new byte[4096];
            for (var i = 0; i < Writes; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetTimestamp() - begin);
            }
        }

        File.Delete(path);
        return Percentiles.Of(times, 50);
    }

    private static string Version()
    {
        using var process = Process.Start(new ProcessStartInfo(PostgresBinaries.Find("postgres"), "--version") { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }

    private static string First(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "0";
}
