using System.Runtime.InteropServices;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>The program that runs .NET assemblies: the one that runs this process, wherever it was installed.</summary>
internal static class DotnetProgram
{
    public static string Path
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            // ROOT/shared/Microsoft.NETCore.App/VERSION/
            var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
            return File.Exists(beside) ? beside : name;
        }
    }
}
