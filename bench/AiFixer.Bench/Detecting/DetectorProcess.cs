using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AiFixer.Bench.Detecting;

/// <summary>Runs the detectors in another process and reads what it prints.</summary>
internal static class DetectorProcess
{
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    /// <summary>Ours.</summary>
    public static async Task<DetectorTimes> OursAsync(string file, int count, int length)
    {
        var (code, output, error) = await RunAsync("dotnet", [typeof(DetectorProcess).Assembly.Location, DetectorRun.Argument, file, Text(count), Text(length)]);
        return code == 0 ? Read(output) : throw new InvalidOperationException($"The detectors failed: {error}");
    }

    /// <summary>Those of pandas and scikit-learn, or why there are none.</summary>
    public static async Task<(DetectorTimes? Times, string? Missing)> TheirsAsync(string file, int count, int length)
    {
        var missing = "";
        foreach (var python in Pythons)
        {
            var (code, output, error) = await RunAsync(python, [Path.Combine(AppContext.BaseDirectory, "Detecting", "detectors.py"), file, Text(count), Text(length)]);
            if (code == 0)
                return (Read(output), null);
            missing = error.Trim().Split('\n')[^1];
        }

        return (null, missing);
    }

    private static DetectorTimes Read(string output) => JsonSerializer.Deserialize(output, DetectorJson.Default.DetectorTimes)!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, "", e.Message);
        }
    }
}
