using System.Text;

namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>Reads what a process prints, so that it never blocks on it, and passes on as many lines of it as anybody would read.</summary>
internal sealed class OutputDrain(Action<string> line, TimeProvider time)
{
    private const int LongestLine = 500;
    private const int MostLines = 60;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);
    private readonly StringBuilder current = new();
    private long since = time.GetTimestamp();
    private int passedOn;
    private int dropped;

    public async Task RunAsync(Stream output)
    {
        var bytes = new byte[4096];
        var decoder = Encoding.UTF8.GetDecoder();
        var chars = new char[bytes.Length + 2];
        while (await ReadAsync(output, bytes) is > 0 and var read)
        {
            foreach (var letter in chars.AsSpan(0, decoder.GetChars(bytes, 0, read, chars, 0)))
                Take(letter);
        }

        End();
    }

    private static async Task<int> ReadAsync(Stream output, byte[] bytes)
    {
        try
        {
            return await output.ReadAsync(bytes);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It ended in the middle: what came before was passed on.
            return 0;
        }
    }

    private void Take(char letter)
    {
        if (letter == '\n')
            End();
        else if (current.Length <= LongestLine)
            current.Append(letter);
    }

    private void End()
    {
        if (current.Length == 0)
            return;
        var text = OutsideText.Line(current.ToString(), LongestLine);
        current.Clear();
        if (time.GetElapsedTime(since) >= Within)
            Begin();
        if (++passedOn <= MostLines)
            line(text);
        else
            dropped++;
    }

    private void Begin()
    {
        if (dropped > 0)
            line($"… and {dropped} lines more");
        (since, passedOn, dropped) = (time.GetTimestamp(), 0, 0);
    }
}
