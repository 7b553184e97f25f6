using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>How the process of an assembly is started: with little memory and without what is secret to this process.</summary>
internal static class WorkerStart
{
    private const string Program = "AiFixer.Plugins.Worker.dll";

    /// <summary>Variables whose names start so are for plugins.</summary>
    private const string ForPlugins = "CUSTOM_";

    private static readonly HashSet<string> Harmless =
        ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TMP", "TEMP", "SSL_CERT_FILE", "SSL_CERT_DIR", "DOTNET_ROOT", "SystemRoot"];

    public static ProcessStartInfo Of(string assembly, int megabytes)
    {
        var start = new ProcessStartInfo(DotnetProgram.Path)
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, Program), assembly },
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (Harmless.Contains(name) || name.StartsWith(ForPlugins, StringComparison.Ordinal))
                start.Environment[name] = (string?)variable.Value;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = (megabytes * 1024L * 1024L).ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
