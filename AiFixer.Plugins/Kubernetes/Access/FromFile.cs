using System.Text;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A part of a kubeconfig and the folder its relative paths start from.</summary>
internal sealed record FromFile<T>(T Value, string Folder)
{
    public string Locate(string path) => Path.GetFullPath(path, Folder);

    /// <summary>Data in the file wins over a path; null when there is neither.</summary>
    public string? Text(string? data, string? path, string setting)
    {
        if (string.IsNullOrEmpty(data))
            return string.IsNullOrEmpty(path) ? null : Pem.Read(Locate(path));
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(data));
        }
        catch (FormatException e)
        {
            throw new KubeAccessException($"the kubeconfig's {setting} is not base64", e);
        }
    }
}
