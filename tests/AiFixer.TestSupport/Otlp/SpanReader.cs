using System.Globalization;

namespace AiFixer.TestSupport;

/// <summary>Reads what is sent to a collector's <c>/v1/traces</c>; the numbers are those of OTLP's messages.</summary>
internal static class SpanReader
{
    public static IReadOnlyList<ReceivedSpan> Read(ReadOnlyMemory<byte> request) =>
        [.. ProtoReader.Read(request).Where(field => field.Number == 1).SelectMany(ResourceSpans)];

    private static IEnumerable<ReceivedSpan> ResourceSpans(ProtoField resourceSpans)
    {
        var resource = resourceSpans.Fields.Where(field => field.Number == 1).SelectMany(field => field.Fields).Where(field => field.Number == 1);
        var attributes = Attributes(resource);
        return resourceSpans.Fields.Where(field => field.Number == 2).SelectMany(scope => Scope(scope, attributes));
    }

    private static IEnumerable<ReceivedSpan> Scope(ProtoField scope, Dictionary<string, string> resource)
    {
        var source = scope.Fields.Where(field => field.Number == 1).SelectMany(field => field.Fields).FirstOrDefault(field => field.Number == 1).Text;
        return scope.Fields.Where(field => field.Number == 2).Select(span => Span([.. span.Fields], source, resource));
    }

    private static ReceivedSpan Span(List<ProtoField> fields, string source, Dictionary<string, string> resource)
    {
        var start = One(fields, 7).Bits;
        return new(
            resource.GetValueOrDefault("service.name", ""),
            resource.GetValueOrDefault("service.instance.id", ""),
            source,
            One(fields, 1).Hex,
            One(fields, 2).Hex,
            One(fields, 4).Hex,
            One(fields, 5).Text,
            DateTimeOffset.UnixEpoch.AddTicks((long)(start / 100)),
            TimeSpan.FromTicks((long)((One(fields, 8).Bits - start) / 100)),
            Attributes(fields.Where(field => field.Number == 9)),
            [.. fields.Where(field => field.Number == 13).Select(link => (One(link.Fields, 1).Hex, One(link.Fields, 2).Hex))],
            [.. fields.Where(field => field.Number == 11).Select(happened => (One(happened.Fields, 2).Text, Attributes(happened.Fields.Where(field => field.Number == 3))))],
            fields.Exists(field => field.Number == 15 && One(field.Fields, 3).Bits == 2));
    }

    private static Dictionary<string, string> Attributes(IEnumerable<ProtoField> pairs)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
            read[One(pair.Fields, 1).Text] = Value(One(pair.Fields, 2));
        return read;
    }

    private static string Value(ProtoField any) => any.Fields.FirstOrDefault() switch
    {
        { Number: 1 } text => text.Text,
        { Number: 2 } flag => flag.Bits == 1 ? "true" : "false",
        { Number: 3 } whole => ((long)whole.Bits).ToString(CultureInfo.InvariantCulture),
        { Number: 4 } number => BitConverter.UInt64BitsToDouble(number.Bits).ToString(CultureInfo.InvariantCulture),
        { Number: 5 } many => string.Join(',', many.Fields.Where(field => field.Number == 1).Select(Value)),
        _ => "",
    };

    private static ProtoField One(IEnumerable<ProtoField> fields, int number) => fields.FirstOrDefault(field => field.Number == number);
}
