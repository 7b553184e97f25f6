using AiFixer.Bench.Detecting;
using AiFixer.Bench.Reporting;

namespace AiFixer.Bench.Suites;

/// <summary>
/// A thousand metrics of a day through all detectors on two cores, and as many as fit in half a minute through the same detectors of pandas
/// and scikit-learn, also on two.
/// </summary>
internal static class DetectorSuite
{
    private const int Count = 1000;
    private const int TheirCount = 100;
    private const int Length = 1440;
    private const double MostSeconds = 2;
    private const double MostMegabytes = 200;

    public static async Task RunAsync(Bench bench)
    {
        var file = Path.GetTempFileName();
        try
        {
            SeriesFile.Write(file, Count, Length);
            var ours = await DetectorProcess.OursAsync(file, Count, Length);
            Add(bench, "detectors: 1,000 series of 1,440 samples", ours.Seconds * 1000, "ms", Goal.AtMost(MostSeconds * 1000));
            Add(bench, "detectors: memory of the process", ours.Megabytes, "MB", Goal.AtMost(MostMegabytes));
            var (theirs, missing) = await DetectorProcess.TheirsAsync(file, TheirCount, Length);
            if (theirs is null)
            {
                bench.Results.Say($"scikit-learn is not compared: {missing}");
                return;
            }

            var (one, other) = (ours.Seconds / Count, theirs.Seconds / TheirCount);
            Add(bench, "scikit-learn and pandas: a series", other * 1000, "ms", null);
            Add(bench, "detectors: a series", one * 1000, "ms", null);
            Add(bench, "scikit-learn and pandas: memory of a process", theirs.Megabytes, "MB", null);
            Add(bench, "detectors: times as fast as scikit-learn", other / one, "x", null);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Add(Bench bench, string name, double value, string unit, Goal? goal) =>
        bench.Results.Add(new() { Name = name, Value = value, Unit = unit, Goal = goal });
}
