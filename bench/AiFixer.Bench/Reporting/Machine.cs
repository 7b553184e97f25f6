using System.Globalization;
using System.Runtime.InteropServices;

namespace AiFixer.Bench.Reporting;

/// <summary>What the numbers were measured on.</summary>
internal sealed record Machine(int Cores, string Processor, long MemoryMb, string System, string Runtime)
{
    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        First("/proc/cpuinfo", "model name"),
        long.Parse(First("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    private static string First(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "0";
}
