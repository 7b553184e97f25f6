using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;

namespace AiFixer.Playground.Lark.Connection;

/// <summary>A frame as the platform writes and reads it.</summary>
internal sealed record PlatformFrame(long SeqId, long LogId, int Service, int Method, IReadOnlyList<(string Key, string Value)> Headers, byte[] Payload)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public string Header(string key) => Headers.FirstOrDefault(one => one.Key == key).Value ?? "";

    public JsonObject? Json => Rest.LarkCall.Parse(Payload);

    public byte[] ToBytes()
    {
        using var into = new MemoryStream();
        foreach (var (field, number) in new[] { (1, SeqId), (2, LogId), (3, Service), (4, (long)Method) })
        {
            into.WriteByte((byte)(field << 3));
            Varint(into, (ulong)number);
        }

        foreach (var (key, value) in Headers)
            Bytes(into, 5, [.. Part(1, key), .. Part(2, value)]);
        Bytes(into, 8, Payload);
        return into.ToArray();
    }

    /// <returns>Null when it is no frame, or lacks what every frame must have.</returns>
    public static PlatformFrame? Read(byte[] bytes)
    {
        try
        {
            var numbers = new long?[5];
            var (headers, payload) = (new List<(string, string)>(), Array.Empty<byte>());
            var reader = new ProtobufReader(bytes);
            while (reader.Next(out var field, out var content, out var number))
            {
                if (field is >= 1 and <= 4)
                    numbers[field] = number;
                else if (field == 5)
                    headers.Add(ReadHeader(content));
                else if (field == 8)
                    payload = content.ToArray();
            }

            return numbers is [_, { } seq, { } log, { } service, { } method] ? new(seq, log, (int)service, (int)method, headers, payload) : null;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentOutOfRangeException or OverflowException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static (string, string) ReadHeader(ReadOnlySpan<byte> content)
    {
        string? key = null, value = null;
        var reader = new ProtobufReader(content);
        while (reader.Next(out var field, out var text, out _))
        {
            if (field == 1)
                key = Strict.GetString(text);
            else if (field == 2)
                value = Strict.GetString(text);
        }

        return key is null || value is null ? throw new InvalidDataException("A header lacks its key or its value.") : (key, value);
    }

    private static byte[] Part(int field, string text)
    {
        using var into = new MemoryStream();
        Bytes(into, field, Encoding.UTF8.GetBytes(text));
        return into.ToArray();
    }

    private static void Bytes(MemoryStream into, int field, ReadOnlySpan<byte> bytes)
    {
        into.WriteByte((byte)((field << 3) | 2));
        Varint(into, (ulong)bytes.Length);
        into.Write(bytes);
    }

    private static void Varint(MemoryStream into, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            into.WriteByte((byte)(value | 0x80));
        into.WriteByte((byte)value);
    }
}
