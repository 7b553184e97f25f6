using System.Text;

namespace AiFixer.Lark.Connection;

/// <summary>Reads frames; whatever is not one is null, never an exception.</summary>
internal static class FrameReader
{
    private const int MostHeaders = 100;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Frame? Read(ReadOnlyMemory<byte> bytes)
    {
        var fields = new WireFields(bytes);
        var (numbers, headers) = (new ulong?[FrameFields.Method + 1], new List<FrameHeader>());
        var frame = new Frame(0, 0, 0, 0);
        try
        {
            while (fields.Next())
            {
                if (fields is { Field: >= FrameFields.SeqId and <= FrameFields.Method, Kind: FrameFields.Varint })
                    numbers[fields.Field] = fields.Number;
                else if (fields is { Field: FrameFields.Headers, Kind: FrameFields.Delimited })
                    headers.Add(Header(fields.Bytes));
                else if (fields.Kind == FrameFields.Delimited)
                    frame = With(frame, fields.Field, fields.Bytes);
                if (headers.Count > MostHeaders)
                    return null;
            }
        }
        catch (FormatException)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        return numbers is [_, { } sequence, { } log, { } service, { } method]
            ? frame with { SeqId = sequence, LogId = log, Service = (int)service, Method = (int)method, Headers = headers }
            : null;
    }

    private static Frame With(Frame frame, int field, ReadOnlyMemory<byte> bytes) => field switch
    {
        FrameFields.PayloadEncoding => frame with { PayloadEncoding = Strict.GetString(bytes.Span) },
        FrameFields.PayloadType => frame with { PayloadType = Strict.GetString(bytes.Span) },
        FrameFields.Payload => frame with { Payload = bytes },
        FrameFields.LogIdNew => frame with { LogIdNew = Strict.GetString(bytes.Span) },
        _ => frame,
    };

    private static FrameHeader Header(ReadOnlyMemory<byte> bytes)
    {
        var fields = new WireFields(bytes);
        string? key = null, value = null;
        while (fields.Next())
        {
            if (fields is { Field: FrameFields.Key, Kind: FrameFields.Delimited })
                key = Strict.GetString(fields.Bytes.Span);
            else if (fields is { Field: FrameFields.Value, Kind: FrameFields.Delimited })
                value = Strict.GetString(fields.Bytes.Span);
        }

        return key is not null && value is not null ? new(key, value) : throw new FormatException("A header lacks its key or its value.");
    }
}
