using System.Diagnostics;

namespace AiFixer.Tests.Gateway.Metrics;

/// <summary>Debian's promtool.</summary>
internal static class Promtool
{
    /// <summary>What it says of it; empty when all is well.</summary>
    public static async Task<string> RunAsync(string folder, string? input, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? "" : $"{await said}{await complained}";
    }
}
