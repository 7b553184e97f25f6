using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>A client that was not written for this world: npm's own Kubernetes client.</summary>
public sealed class ClientNodeTests
{
    private const string Package = "@kubernetes/client-node@1.4.0";
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);
    private static readonly string? Npm = Find("npm");
    private static readonly string? Node = Find("node");

    private const string Script = """
        import * as k8s from '@kubernetes/client-node';
        const config = new k8s.KubeConfig();
        config.loadFromFile(process.argv[2]);
        // It speaks plain HTTP only where it need not verify anything.
        config.clusters = config.clusters.map(cluster => ({ ...cluster, skipTLSVerify: true }));
        const core = config.makeApiClient(k8s.CoreV1Api);
        const apps = config.makeApiClient(k8s.AppsV1Api);
        const pods = await core.listNamespacedPod({ namespace: 'shop' });
        console.log('pods', pods.items.filter(pod => pod.status.phase === 'Running').length);
        const first = await core.listNamespacedPod({ namespace: 'shop', limit: 2 });
        const rest = await core.listNamespacedPod({ namespace: 'shop', limit: 10, _continue: first.metadata._continue });
        console.log('pages', first.items.length, first.metadata.remainingItemCount, rest.items.length);
        const nodes = await core.listNode();
        console.log('nodes', nodes.items.map(node => node.metadata.name).join(' '));
        const deployment = await apps.readNamespacedDeployment({ namespace: 'shop', name: 'checkout' });
        console.log('replicas', deployment.spec.replicas, deployment.status.conditions.map(condition => condition.type).join(' '));
        await core.readNamespacedPod({ namespace: 'shop', name: 'none' }).catch(error => console.log('refused', error.code, JSON.parse(error.body).reason));
        const query = { resourceVersion: pods.metadata.resourceVersion };
        const seen = (type, pod) => console.log(type, pod.metadata.name, pod.status?.phase);
        await new k8s.Watch(config).watch('/api/v1/namespaces/shop/pods', query, seen, error => console.log('end', error));
        console.log('watching');
        """;

    [Fact]
    public async Task The_node_client_lists_pages_reads_and_watches_the_world()
    {
        Assert.SkipWhen(Npm is null || Node is null, "npm is not installed");
        await using var bench = await KubectlBench.StartAsync();
        using var folder = new TempFolder();
        await ChildProcess.RunAsync(new(Npm!, ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder.Path, Package]) { WorkingDirectory = folder.Path }, InstallLimit);
        File.WriteAllText(folder.File("look.mjs"), Script);
        bench.World.WriteKubeconfig(folder.File("config"));

        await using var client = ChildProcess.Start(new(Node!, [folder.File("look.mjs"), folder.File("config")]) { WorkingDirectory = folder.Path });
        await client.LineAsync("watching");
        client.Output.ShouldBe([
            "pods 5", "pages 2 3 3", "nodes node-1 node-2 node-3", "replicas 3 Available Progressing", "refused 404 NotFound", "watching",
        ]);

        await bench.RunAsync("scale deployment/checkout --replicas=4");
        var added = await client.LineAsync("ADDED checkout-");
        await client.LineAsync($"MODIFIED {added.Split(' ')[1]} Running");
        await bench.RunAsync("scale deployment/checkout --replicas=3");
        await client.LineAsync("DELETED checkout-");
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
