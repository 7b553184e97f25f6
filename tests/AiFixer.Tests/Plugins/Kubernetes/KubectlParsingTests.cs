using System.Text.Json;
using AiFixer.Plugins;
using AiFixer.Plugins.Kubernetes;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class KubectlParsingTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("get pods -n shop", """k8s.list_pods {"namespace":"shop"}""")]
    [InlineData("kubectl get po --namespace=shop -l app=web -o wide", """k8s.list_pods {"namespace":"shop","label_selector":"app=web"}""")]
    [InlineData("-n shop get pods", """k8s.list_pods {"namespace":"shop"}""")]
    [InlineData("get pods -A --field-selector=status.phase!=Running", """k8s.get {"kind":"pods","field_selector":"status.phase!=Running"}""")]
    [InlineData("get pod/web-1 -nshop -ojson", """k8s.get {"kind":"pods","namespace":"shop","name":"web-1"}""")]
    [InlineData("get deploy -n=shop -o yaml", """k8s.get {"kind":"deployments","namespace":"shop"}""")]
    [InlineData("get nodes", """k8s.get {"kind":"nodes"}""")]
    [InlineData("get events -n shop --sort-by=.lastTimestamp", """k8s.get_events {"namespace":"shop"}""")]
    [InlineData("get pods -n shop -l 'app in (web,api),tier!=db'", """k8s.list_pods {"namespace":"shop","label_selector":"app in (web,api),tier!=db"}""")]
    [InlineData("describe pod web-1 -n shop", """k8s.describe_pod {"namespace":"shop","pod":"web-1"}""")]
    [InlineData("describe node/node-1", """k8s.describe_node {"node":"node-1"}""")]
    [InlineData("logs web-1 -n shop -c app --tail=50 -p --since=1h30m5s", """k8s.get_pod_logs {"namespace":"shop","pod":"web-1","previous":true,"container":"app","tail_lines":50,"since_seconds":5405}""")]
    [InlineData("top pods -n shop --sort-by memory", """k8s.top_pods {"namespace":"shop","sort_by":"memory"}""")]
    [InlineData("top nodes", "k8s.top_nodes {}")]
    [InlineData("rollout status deployment/web -n shop", """k8s.rollout_history {"namespace":"shop","deployment":"web"}""")]
    public void A_reading_command_comes_to_a_plugin(string command, string meaning) => Of(QueryVerbs.Grammar, command).ShouldBe(meaning);

    [Theory]
    [InlineData("scale deployment/web --replicas=3 -n shop", """k8s.scale_deployment {"namespace":"shop","deployment":"web","replicas":3}""")]
    [InlineData("kubectl rollout restart deploy web -n shop", """k8s.restart_deployment {"namespace":"shop","deployment":"web"}""")]
    [InlineData("rollout undo deployment/web --to-revision=4 -n shop", """k8s.rollback_deployment {"namespace":"shop","deployment":"web","revision":4}""")]
    [InlineData("rollout undo deployment/web --to-revision=0 -n shop", """k8s.rollback_deployment {"namespace":"shop","deployment":"web"}""")]
    [InlineData("delete pod web-1 -n shop", """k8s.restart_pod {"namespace":"shop","pod":"web-1","reason":"kubectl delete pod web-1"}""")]
    [InlineData("cordon node-1", """k8s.cordon_node {"node":"node-1","reason":"kubectl cordon node node-1"}""")]
    [InlineData("uncordon node/node-1", """k8s.uncordon_node {"node":"node-1","reason":"kubectl uncordon node node-1"}""")]
    [InlineData("set resources deployment web -c=app --limits=cpu=500m,memory=1Gi --requests memory=512Mi -n shop",
        """k8s.set_resources {"namespace":"shop","deployment":"web","container":"app","cpu_limit":"500m","memory_limit":"1Gi","memory_request":"512Mi"}""")]
    public void A_changing_command_comes_to_a_plugin(string command, string meaning) => Of(ActionVerbs.Grammar, command).ShouldBe(meaning);

    [Theory]
    [InlineData("get secrets -n shop", "secrets are never read")]
    [InlineData("get secret/db -n shop", "secrets are never read")]
    [InlineData("describe secret db -n shop", "secrets are never read")]
    [InlineData("get pods,secrets -n shop", "one kind at a time")]
    [InlineData("get cm -n shop", "config maps are not read")]
    [InlineData("get all -n shop", "'all' is no kind that is read here")]
    [InlineData("get pods", "name the namespace with -n")]
    [InlineData("get pods -n shop -A", "either -n or -A")]
    [InlineData("get pods -n shop -n staging", "is given twice")]
    [InlineData("get pods web-1 web-2 -n shop", "name one thing at a time")]
    [InlineData("get pods -n shop --kubeconfig=/etc/x", "--kubeconfig=/etc/x is no flag")]
    [InlineData("get pods -n shop --server https://evil", "--server is no flag")]
    [InlineData("get pods -n shop --token=x", "--token=x is no flag")]
    [InlineData("get pods -n shop --as=root", "--as=root is no flag")]
    [InlineData("get pods -n shop -o jsonpath=x", "is not json, yaml, wide or name")]
    [InlineData("get pods -w -n shop", "-w is no flag")]
    [InlineData("get --raw /api -n shop", "--raw is no flag")]
    [InlineData("get pods -rf -n shop", "-rf is no flag")]
    [InlineData("get pods -- -n shop", "-- is no flag")]
    [InlineData("get pods ../x -n shop", "'../x' is not a Kubernetes name")]
    [InlineData("get pods/../../secrets -n shop", "'../../secrets' is not a Kubernetes name")]
    [InlineData("get pods -n ../x", "'../x' is not a Kubernetes name")]
    [InlineData("get pods -n Shop", "'Shop' is not a Kubernetes name")]
    [InlineData("get pods 'a;b' -n shop", "'a;b' is not a Kubernetes name")]
    [InlineData("get pods '$(x)' -n shop", "'$(x)' is not a Kubernetes name")]
    [InlineData("get pods '' -n shop", "'' is not a Kubernetes name")]
    [InlineData("get pods -n", "-n/--namespace needs a value")]
    [InlineData("get pods a;b -n shop", "unquoted ;")]
    [InlineData("get pods -n shop | sh", "unquoted |")]
    [InlineData("get pods -n shop > /etc/passwd", "unquoted >")]
    [InlineData("get pods $(id) -n shop", "unquoted $")]
    [InlineData("get pods `id` -n shop", "unquoted `")]
    [InlineData("get pods \"$HOME\" -n shop", "in double quotes")]
    [InlineData("get pods -n shop & reboot", "unquoted &")]
    [InlineData("get pods -n shop\nreboot", "U+000A")]
    [InlineData("get pods -n sh\u043Ep", "U+043E")]
    [InlineData("get pods -n shop\u202E", "U+202E")]
    [InlineData("get pods -n 'shop", "a quote that does not end")]
    [InlineData("exec web-1 -n shop", "'exec' is not allowed here")]
    [InlineData("port-forward web-1 -n shop", "'port-forward' is not allowed here")]
    [InlineData("cp a b", "'cp' is not allowed here")]
    [InlineData("attach web-1", "'attach' is not allowed here")]
    [InlineData("proxy", "'proxy' is not allowed here")]
    [InlineData("delete pod web-1 -n shop", "changes something")]
    [InlineData("kubectl", "names nothing to do")]
    [InlineData("logs deploy/web -n shop", "logs is for pods only")]
    [InlineData("logs web-1 -f -n shop", "-f is no flag")]
    [InlineData("logs web-1 --tail=-1 -n shop", "'-1' is not a whole number")]
    [InlineData("top pods -o json -n shop", "top takes no -o/--output")]
    public void What_is_no_reading_command_is_refused_by_its_type(string command, string error) => Of(QueryVerbs.Grammar, command).ShouldContain(error);

    [Theory]
    [InlineData("set image deployment/web app=nginx -n shop", "an image is not replaced")]
    [InlineData("delete deployment web -n shop", "delete is for pods only")]
    [InlineData("delete pod --all -n shop", "--all is no flag")]
    [InlineData("delete pods -n shop", "needs the name")]
    [InlineData("delete pod web-1 --force -n shop", "--force is no flag")]
    [InlineData("delete secret db -n shop", "secrets are never read")]
    [InlineData("scale sts/web --replicas=3 -n shop", "for deployments only")]
    [InlineData("scale deploy/web -n shop", "--replicas")]
    [InlineData("drain node-1", "'drain' is not allowed here")]
    [InlineData("apply -f x.yaml", "-f is no flag")]
    [InlineData("get pods -n shop", "only reads")]
    [InlineData("cordon node-1 -n shop", "takes no -n/--namespace; it takes none")]
    [InlineData("set resources deploy/web --limits=memory=1Gi -n shop", "name the container with -c")]
    [InlineData("set resources deploy/web -c app --limits=memory=1Gi,memory=2Gi -n shop", "given twice")]
    [InlineData("rollout pause deploy/web -n shop", "'rollout pause' is not allowed here")]
    public void What_is_no_changing_command_is_refused_by_its_type(string command, string error) => Of(ActionVerbs.Grammar, command).ShouldContain(error);

    [Theory]
    [InlineData("""a 'b c' "d e" f\ g h'i'"j" """, "a|b c|d e|f g|hij")]
    [InlineData("""'a"b' "a'b" "a\"b" 'a\b' "a\b" """, "a\"b|a'b|a\"b|a\\b|a\\b")]
    [InlineData("""'' "" """, "|")]
    [InlineData("   ", "")]
    public void Words_are_split_as_a_shell_would(string line, string words)
    {
        WordSplitter.Split(line).Failed(out _, out var found).ShouldBeFalse();
        string.Join('|', found!).ShouldBe(words);
    }

    [Fact]
    public void Whatever_is_written_is_understood_or_refused_and_names_stay_names() => Prop.ForAll<string>(text =>
    {
        string[] commands = [text ?? "", $"get pods {text} -n shop", $"delete pod '{text}' -n shop", $"scale deploy/{text} --replicas={text} -n shop"];
        return commands.All(c => IsSafe(QueryVerbs.Grammar, c) && IsSafe(ActionVerbs.Grammar, c));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_command_is_answered_by_the_same_plugin()
    {
        await using var test = await KubeWorld.StartAsync();

        var asked = await test.AskAsync("llm.kubectl_query", new { command = "kubectl get pods -n shop" });

        asked.ToString().ShouldBe((await test.AskAsync("k8s.list_pods", new { @namespace = "shop" })).ToString());
    }

    [Fact]
    public async Task Names_alone_may_be_asked_for()
    {
        await using var test = await KubeWorld.StartAsync();

        var asked = await test.AskAsync("llm.kubectl_query", new { command = "get deployments -n shop -o name" });

        asked.GetProperty("items").EnumerateArray().Select(i => i.GetString()).ShouldBe(["shop/catalog", "shop/checkout"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_changing_command_is_planned_sent_and_looked_at_by_the_plugin_it_comes_to()
    {
        await using var test = await KubeWorld.StartAsync();
        var command = new { command = "kubectl scale deployment/catalog --replicas=4 -n shop" };
        var plan = await test.PlanAsync("llm.kubectl_action", command);

        (await test.ExecuteAsync("llm.kubectl_action", command, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        test.Pass(5);

        (await test.ObserveAsync("llm.kubectl_action", command, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "catalog: all 4 pods are ready"));
        plan.Target.ToString().ShouldBe("deployment shop/catalog");
        plan.Undo!.Plugin.ShouldBe("k8s.scale_deployment");
        plan.Magnitude.ShouldBe(2);
    }

    [Fact]
    public async Task The_limits_of_the_plugin_hold_for_the_command_too()
    {
        await using var test = await KubeWorld.StartAsync();

        (await test.PreviewAsync("llm.kubectl_action", new { command = "scale deploy/catalog --replicas=101 -n shop" })).Error
            .ShouldBe("k8s.scale_deployment: $.replicas: must be at most 100");
    }

    private static bool IsSafe(KubectlGrammar grammar, string command) =>
        grammar.Read(command).Failed(out _, out var meaning)
        || new[] { "name", "pod", "deployment", "namespace" }.All(name => meaning.Arguments[name] is not { } value || KubectlType.Name.Fits(value.ToString()));

    private static string Of(KubectlGrammar grammar, string command) =>
        grammar.Read(command).Failed(out var problem, out var meaning) ? problem : $"{meaning.Plugin} {meaning.Arguments.ToJsonString(Plain)}";
}
