using System.Globalization;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Where what was said to models and by them is put, a file for each case in its suite's folder.</summary>
internal sealed class TranscriptFolder(string path)
{
    /// <returns>Why nothing can be put there; null when it can.</returns>
    public string? Problem()
    {
        try
        {
            Make(path);
            using var probe = new FileStream(Path.Combine(path, ".aifixer-probe"), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"--transcripts: nothing can be put into {path}: {e.Message}";
        }
    }

    public async Task WriteAsync(IEnumerable<CaseResult.Ran> cases)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in cases.Where(one => one.Transcript is not null))
        {
            var suite = Path.Combine(path, Name(one.Suite));
            Make(suite);
            var file = Path.Combine(suite, Name(one.Name));
            for (var same = 2; !taken.Add(file); same++)
                file = Path.Combine(suite, string.Create(CultureInfo.InvariantCulture, $"{Name(one.Name)}-{same}"));
            await using var stream = new FileStream($"{file}.json", Options());
            await stream.WriteAsync(one.Transcript!.Bytes);
        }
    }

    /// <summary>They hold what logs and models said: the owner's business.</summary>
    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>A case says its own name, and may not say where files go.</summary>
    private static string Name(string said) => string.Concat(said.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
