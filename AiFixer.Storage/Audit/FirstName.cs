using System.Runtime.InteropServices;

namespace AiFixer.Storage.Audit;

/// <summary>
/// Gives a file another name, unless something has that name: who of several is first is decided by the file system.
/// File.Move looks first and moves then, and in between another process may have been faster.
/// </summary>
internal static partial class FirstName
{
    private const int Exists = 17;

    /// <returns>False when something has that name already.</returns>
    public static bool TryGive(string file, string name)
    {
        if (!OperatingSystem.IsLinux())
            return TryMove(file, name);
        if (Link(file, name) == 0)
            return true;

        // Not every file system has a second name for a file.
        return Marshal.GetLastPInvokeError() != Exists && TryMove(file, name);
    }

    private static bool TryMove(string file, string name)
    {
        try
        {
            File.Move(file, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string other);
}
