using System.Text;

namespace AiFixer.Storage.Audit;

/// <summary>Files that only their owner can read.</summary>
internal static class KeyFolder
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnFile | UnixFileMode.UserExecute);
    }

    /// <summary>Writes the file as a whole; false when there is one already.</summary>
    public static bool TryWrite(string path, string text)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        Write(draft, text);
        try
        {
            return FirstName.TryGive(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
