using AiFixer.Playground.Cases;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Cases;

public sealed class CaseLoaderTests
{
    [Theory]
    [InlineData("case.json", null, "case.json: is missing")]
    [InlineData("case.json", """{"id":"a","suite":"b","now":"2026-02-03T09:30:00"}""", "now must be a time with an offset")]
    [InlineData("case.json", """{"id":"","suite":"b","now":"2026-02-03T09:30:00Z"}""", "id must be a text")]
    [InlineData("alert.json", "[]", "alert.json:1: must be a JSON object")]
    [InlineData("alert.json", "{\n\"a\": 1,\n\"b\" 2}", "alert.json:3: is not JSON")]
    [InlineData("logs.ndjson", "{\"ts\":\"2026-02-03T09:28:00Z\",\"labels\":{\"a\":\"b\"},\"line\":\"x\"}\n{\"ts\":\"2026\",\"labels\":{\"a\":\"b\"},\"line\":\"x\"}", "logs.ndjson:2: ts must be a time with an offset")]
    [InlineData("logs.ndjson", "{\"ts\":\"2026-02-03T09:28:00Z\",\"labels\":{\"a\":1},\"line\":\"x\"}", "logs.ndjson:1: the label 'a' must be a text")]
    [InlineData("logs.ndjson", "{\"ts\":\"2026-02-03T09:28:00Z\",\"labels\":{\"a\":\"b\"}}", "logs.ndjson:1: line must be a text")]
    [InlineData("logs.ndjson", "\n\nnot json", "logs.ndjson:3: is not JSON")]
    [InlineData("metrics.csv", "time,metric,labels,value", "metrics.csv:1: must begin with ts,metric,labels,value")]
    [InlineData("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:20:00Z,a,b=c,1,2", "metrics.csv:2: must have 4 parts, not 5")]
    [InlineData("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:20:00Z,a,b,1", "metrics.csv:2: a label is written name=value, not 'b'")]
    [InlineData("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:20:00Z,a,b=c;b=d,1", "metrics.csv:2: the label 'b' is there twice")]
    [InlineData("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:20:00Z,a,b=c,one", "metrics.csv:2: value must be a number, not 'one'")]
    [InlineData("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:20:00Z,a,,1\n2026-02-03T09:20:00Z,a,,2", "metrics.csv:3: {__name__=\"a\"} has two values at 2026-02-03T09:20:00Z")]
    [InlineData("traces.json", """[{"trace_id":"t","span_id":"a","service":"s","name":"n","start":"2026-02-03T09:20:00Z","duration_ms":"5","status":"OK"}]""", "span 1: duration_ms must be a number")]
    [InlineData("traces.json", """[{"trace_id":"t","span_id":"a","service":"s","name":"n","start":"2026-02-03T09:20:00Z","duration_ms":5,"status":"FINE"}]""", "span 1: status must be OK, ERROR or UNSET, not 'FINE'")]
    [InlineData("traces.json", """[{"trace_id":"t","color":"red"}]""", "span 1: 'color' is no field of a span")]
    [InlineData("changes.json", """{"parties":[]}""", "'parties' is no list of changes")]
    [InlineData("changes.json", """{"commits":[{"ts":"2026-02-03T09:20:00Z","message":"m"}]}""", "commits 1: sha must be a text")]
    [InlineData("database.json", """{"top_sql":{}}""", "top_sql must be a list of objects")]
    [InlineData("database.json", """{"events":[{"message":"m"}]}""", "events 1: ts must be a text")]
    [InlineData("kubernetes/unicorns.json", """{"items":[]}""", "there is no kind 'unicorns' here")]
    [InlineData("kubernetes/pods.json", """{"items":{}}""", "items must be a list")]
    [InlineData("kubernetes/pods.json", """{"items":[{"metadata":{"name":"a"}}]}""", "items 1: metadata.namespace is missing")]
    [InlineData("kubernetes/pods.json", """{"items":[{"kind":"Node","metadata":{"name":"a","namespace":"b"}}]}""", "its kind is Node, not Pod")]
    [InlineData("kubernetes/pods.json", """{"items":[{"metadata":{"name":"a","namespace":"b"}},{"metadata":{"name":"a","namespace":"b"}}]}""", "items 2: b/a is there twice")]
    [InlineData("podlogs/some.log", "x", "must be named NAMESPACE__POD__CONTAINER.log")]
    [InlineData("pods.json", "{}", "is no file of a case")]
    public void What_is_wrong_is_said_with_the_file_the_place_and_the_reason(string file, string? text, string reason)
    {
        using var folder = new TempFolder();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(CaseFolders.Own, "shop-memory")))
            File.Copy(path, folder.File(Path.GetFileName(path)));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
        if (text is null)
            File.Delete(folder.File(file));
        else
            File.WriteAllText(folder.File(file), text);

        Should.Throw<FrozenCaseException>(() => FrozenCase.Load(folder.Path)).Message.ShouldContain(reason);
    }
}
