using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AiFixer.Plugins.Worker;

/// <summary>Takes standard input and output for the host alone: whatever a plugin prints goes to standard error.</summary>
internal static class StandardStreams
{
    private const int DuplicateAndCloseOnExec = 1030;
    private const int AboveTheStandardOnes = 3;

    public static (Stream Input, Stream Output) Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            var streams = (Console.OpenStandardInput(), Console.OpenStandardOutput());
            Console.SetIn(TextReader.Null);
            Console.SetOut(Console.Error);
            return streams;
        }

        var input = Duplicate(0);
        var output = Duplicate(1);
        using var nothing = File.OpenHandle("/dev/null");
        Check(Redirect(nothing.DangerousGetHandle().ToInt32(), 0));
        Check(Redirect(2, 1));
        return (new FileStream(input, FileAccess.Read, bufferSize: 0), new FileStream(output, FileAccess.Write, bufferSize: 0));
    }

    // Programs that a plugin starts must not hold the host's pipes open.
    private static SafeFileHandle Duplicate(int descriptor) =>
        new(Check(Control(descriptor, DuplicateAndCloseOnExec, AboveTheStandardOnes)), ownsHandle: true);

    private static int Check(int result) =>
        result >= 0 ? result : throw new IOException($"The standard streams cannot be taken: error {Marshal.GetLastPInvokeError()}");

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command, int argument);

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Redirect(int from, int to);
}
