using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>Walks over JSON and reads what it is asked for; everything else is passed over.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> Enders = SearchValues.Create(",}] \t\r\n"u8);
    private readonly ReadOnlySpan<byte> json = json;
    private int at;

    /// <summary>Enters an object; false when there is something else, which is passed over.</summary>
    public bool Enter() => Enter((byte)'{');

    /// <summary>Goes on behind the object that was entered and not read to its end.</summary>
    public void Leave() => at = JsonSkip.Past(json, at, depth: 1);

    /// <summary>The same for an array.</summary>
    public bool EnterArray() => Enter((byte)'[');

    /// <summary>The next name of the object that was entered; false at its end.</summary>
    public bool Name(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!Next((byte)'}'))
            return false;
        name = Raw(out _);
        Expect((byte)':');
        return true;
    }

    /// <summary>Whether the array that was entered goes on.</summary>
    public bool Item() => Next((byte)']');

    /// <summary>A text's bytes without what escapes; empty, and passed over, when there is something else.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        if (Peek() != '"')
        {
            Skip();
            return default;
        }

        var raw = Raw(out var escapes);
        return escapes ? Encoding.UTF8.GetBytes(Unescaped(raw)) : raw;
    }

    /// <summary>Null when there is something else than a text.</summary>
    public string? Text() => Peek() == '"' ? Encoding.UTF8.GetString(Bytes()) : Nothing();

    public bool Flag()
    {
        var yes = Peek() == 't';
        Skip();
        return yes;
    }

    /// <summary>Zero when there is something else than a whole number.</summary>
    public int Whole()
    {
        Peek();
        var from = at;
        Skip();
        return Utf8Parser.TryParse(json[from..at], out int number, out var used) && used == at - from ? number : 0;
    }

    /// <summary>Passes over a value, whatever it is.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case (byte)'"':
                Raw(out _);
                break;
            case (byte)'{' or (byte)'[':
                at = JsonSkip.Past(json, at);
                break;
            default:
                var length = json[at..].IndexOfAny(Enders);
                at = length switch
                {
                    > 0 => at + length,
                    0 => throw Broken(),
                    _ => json.Length,
                };
                break;
        }
    }

    /// <summary>A value as it is written.</summary>
    public ReadOnlySpan<byte> Whatever()
    {
        Peek();
        var from = at;
        Skip();
        return json[from..at];
    }

    private string? Nothing()
    {
        Skip();
        return null;
    }

    private bool Enter(byte bracket)
    {
        if (Peek() != bracket)
        {
            Skip();
            return false;
        }

        at++;
        return true;
    }

    private bool Next(byte end)
    {
        var sign = Peek();
        if (sign == ',')
        {
            at++;
            sign = Peek();
            return sign != end ? true : throw Broken();
        }

        if (sign != end)
            return json[at - 1] is (byte)'{' or (byte)'[' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' ? true : throw Broken();
        at++;
        return false;
    }

    /// <summary>What is between two quotes: nearly always short, and without anything that escapes.</summary>
    private ReadOnlySpan<byte> Raw(out bool escapes)
    {
        Expect((byte)'"');
        var from = at;
        escapes = false;
        if (at + Vector256<byte>.Count <= json.Length)
        {
            var next = Vector256.Create(json.Slice(at, Vector256<byte>.Count));
            var signs = (Vector256.Equals(next, Vector256.Create((byte)'"')) | Vector256.Equals(next, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();
            var length = BitOperations.TrailingZeroCount(signs);
            if (signs != 0 && json[at + length] == '"')
            {
                at += length + 1;
                return json.Slice(from, length);
            }
        }

        return Longer(from, out escapes);
    }

    private ReadOnlySpan<byte> Longer(int from, out bool escapes)
    {
        escapes = false;
        while (true)
        {
            var length = json[at..].IndexOfAny(Signs);
            if (length < 0)
                throw Broken();
            at += length;
            if (json[at] == '"')
                return json[from..at++];
            escapes = true;
            at += 2;
            if (at > json.Length)
                throw Broken();
        }
    }

    private static string Unescaped(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader((byte[])[(byte)'"', .. raw, (byte)'"']);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>What comes next: nearly always right here, for the API writes no blanks.</summary>
    private byte Peek() => (uint)at < (uint)json.Length && json[at] > ' ' ? json[at] : BehindBlanks();

    private byte BehindBlanks()
    {
        while (at < json.Length)
        {
            if (json[at] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return json[at];
            at++;
        }

        throw Broken();
    }

    private void Expect(byte sign)
    {
        if (Peek() != sign)
            throw Broken();
        at++;
    }

    private static JsonException Broken() => new("it is not well formed");
}
