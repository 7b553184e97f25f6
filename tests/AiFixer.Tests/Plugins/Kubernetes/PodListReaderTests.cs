using System.Text;
using System.Text.Json;
using AiFixer.Plugins.Kubernetes;
using AiFixer.Plugins.Kubernetes.Lists;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>The reader of long lists against the serializer's, which takes every word in hand.</summary>
public sealed class PodListReaderTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task It_reads_what_the_serializer_reads_of_pods_in_every_kind_of_trouble()
    {
        await using var test = await KubeWorld.StartAsync();
        var faults = test.World.Faults;
        faults.MissingImage("shop", "checkout").ShouldBeTrue();
        faults.OutgrowMemory("shop", "catalog", "400Mi").ShouldBeTrue();
        faults.RequestTooMuch("staging", "web").ShouldBeTrue();
        faults.WriteToDisk("default", "demo", "1Gi").ShouldBeTrue();
        test.Pass(600, 1);
        faults.FailNode("node-1").ShouldBeTrue();
        test.Pass(400, 1);
        using var http = new HttpClient();
        var page = await http.GetByteArrayAsync(new Uri(test.World.Url, "/api/v1/pods"), KubeWorld.Stop);

        var pods = Same(page);

        pods.Select(PodStatusColumn.Of).Distinct().ShouldBe(
            ["Running", "ImagePullBackOff", "CrashLoopBackOff", "Pending", "Evicted", "Terminating"], ignoreOrder: true, string.Join(' ', pods.Select(PodStatusColumn.Of)));
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"a"}}""")]
    [InlineData("""{"status":{"phase":"Failed","reason":"Evicted","message":"a \\\" { [ brace"},"metadata":{"labels":{"pod-template-hash":"h","x":"\\u00e9{"},"name":"b\\u0041\\n"}}""")]
    [InlineData("""{ "metadata" : { "name" : "c" , "deletionTimestamp":"2026-03-01T12:00:00.5+02:00", "ownerReferences":[ {"kind":"ReplicaSet","name":"r","uid":"u","controller":true,"x":[[],{}]}, {"kind":"K","name":"n","uid":"v"} ] } }""")]
    [InlineData("""{"metadata":{"name":"d","labels":null,"ownerReferences":null},"spec":null,"status":{"conditions":null,"containerStatuses":[],"initContainerStatuses":null}}""")]
    [InlineData("""{"metadata":{"name":"e"},"spec":{"nodeName":"n1","containers":[{"name":"app","image":"i","resources":{"limits":{"cpu":"1","memory":"1Gi"},"requests":{}}}],"initContainers":[{"name":"s","restartPolicy":"Always"}]}}""")]
    [InlineData("""{"metadata":{"name":"f"},"status":{"containerStatuses":[{"name":"app","ready":true,"started":true,"restartCount":7,"image":"i","state":{"waiting":{"reason":"X","message":"m"}},"lastState":{"terminated":{"exitCode":137,"signal":9,"reason":"OOMKilled","finishedAt":"2026-03-01T12:00:00Z"}}}]}}""")]
    [InlineData("""{"metadata":{"name":"g","managedFields":[{"fieldsV1":{"f:metadata":{"k:{\"uid\":\"]}\"}":{"]":1}}}}]},"kind":"Pod"}""")]
    public void It_reads_what_the_serializer_reads(string pod) => Same(Encoding.UTF8.GetBytes($$"""{"metadata":{"continue":"t","remainingItemCount":3},"items":[{{pod}},{{pod}}],"kind":"PodList"}"""));

    [Theory]
    [InlineData("<html>log in</html>")]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"hello":"I am a shop"}""")]
    [InlineData("""{"items":[7]}""")]
    [InlineData("""{"items":[{"metadata":{"creationTimestamp":"yesterday"}}]}""")]
    public void What_is_no_list_is_refused(string page) => Should.Throw<JsonException>(() => new PodListReader().Read(Encoding.UTF8.GetBytes(page)));

    [Fact]
    public void A_page_that_ends_anywhere_but_at_its_end_is_refused()
    {
        var page = Encoding.UTF8.GetBytes("""{"metadata":{"continue":"t"},"items":[{"metadata":{"name":"a \" b","annotations":{"x":"y\\"}},"spec":{"volumes":[{"a":[1,2]}]},"status":{"phase":"Running"}}]}""");

        for (var end = 0; end < page.Length; end++)
        {
            var half = page[..end];
            Should.Throw<JsonException>(() => new PodListReader().Read(half));
        }
    }

    /// <summary>Texts with brackets, quotes and backslashes at every distance from the 64 bytes that are looked at together.</summary>
    [Fact]
    public void What_is_passed_over_ends_where_the_serializer_says() => Prop.ForAll(
        (from text in Gen.Elements('a', '"', '\\', '{', '}', '[', ']', 'é', '\n').ArrayOf() from many in Gen.Choose(0, 200) select (text, many)).ToArbitrary(),
        made =>
        {
            var (text, many) = (new string(made.text), made.many);
            var value = JsonSerializer.Serialize(
                new object[] { new string('x', many), text, new Dictionary<string, object> { [text] = new object[] { text, new string('}', many % 70), many } } }, Plain);
            return JsonSkip.Past(Encoding.UTF8.GetBytes(value + "]}\"rest"), 0) == Encoding.UTF8.GetByteCount(value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static List<Pod> Same(byte[] page)
    {
        var (read, expected) = (new PodListReader().Read(page), JsonSerializer.Deserialize(page, KubeJson.Default.KubeListPod)!);
        read.Metadata!.Continue.ShouldBe(expected.Metadata?.Continue);
        Text(read.Items!).ShouldBe(Text([.. expected.Items!.Select(OfLists)]));
        return read.Items!;
    }

    /// <summary>What lists leave out.</summary>
    private static Pod OfLists(Pod pod) => new(
        new()
        {
            Name = pod.Metadata.Name,
            Namespace = pod.Metadata.Namespace ?? "",
            Uid = pod.Metadata.Uid ?? "",
            CreationTimestamp = pod.Metadata.CreationTimestamp,
            DeletionTimestamp = pod.Metadata.DeletionTimestamp,
            OwnerReferences = pod.Metadata.OwnerReferences,
            Labels = pod.Metadata.Label("pod-template-hash") is { } hash ? new() { ["pod-template-hash"] = hash } : null,
        },
        pod.Spec, pod.Status is { } status ? status with { Conditions = status.Conditions?.ConvertAll(c => c with { Reason = null, Message = null, LastUpdateTime = null }) } : null);

    private static string Text(List<Pod> pods) => JsonSerializer.Serialize(pods);
}
