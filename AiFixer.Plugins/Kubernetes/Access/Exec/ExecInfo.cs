using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the program is told in <c>KUBERNETES_EXEC_INFO</c>.</summary>
internal static class ExecInfo
{
    public static string Of(string apiVersion, FromFile<KubeconfigCluster>? cluster)
    {
        var spec = new JsonObject { ["interactive"] = false };
        if (cluster is not null)
            spec["cluster"] = Cluster(cluster);
        return new JsonObject { ["kind"] = "ExecCredential", ["apiVersion"] = apiVersion, ["spec"] = spec }.ToJsonString();
    }

    private static JsonObject Cluster(FromFile<KubeconfigCluster> cluster)
    {
        var (value, told) = (cluster.Value, new JsonObject { ["server"] = cluster.Value.Server });
        if (cluster.Text(value.CertificateAuthorityData, value.CertificateAuthority, "certificate-authority-data") is { } pem)
            told["certificate-authority-data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
        if (!string.IsNullOrEmpty(value.TlsServerName))
            told["tls-server-name"] = value.TlsServerName;
        if (value.InsecureSkipTlsVerify)
            told["insecure-skip-tls-verify"] = true;
        if (!string.IsNullOrEmpty(value.ProxyUrl))
            told["proxy-url"] = value.ProxyUrl;
        return told;
    }
}
