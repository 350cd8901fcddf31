using LookoutVision.Datasets;
using LookoutVision.Engine.Training;

namespace LookoutVision;

/// <summary>Projects, their datasets and the making of models. Every member raises the errors of <see cref="LookoutVisionException"/>.</summary>
public interface IProjectCatalog
{
    /// <summary>Makes an empty project.</summary>
    /// <exception cref="ConflictException">A project of that name exists; on the Local host also one whose name differs in case alone.</exception>
    Task<ProjectDescription> CreateProjectAsync(string projectName, CancellationToken cancellationToken);

    /// <summary>Tells what is known of one project.</summary>
    /// <exception cref="ResourceNotFoundException">No such project.</exception>
    Task<ProjectDescription> DescribeProjectAsync(string projectName, CancellationToken cancellationToken);

    /// <summary>All projects, by name.</summary>
    /// <exception cref="InternalServerException">The files of a project are damaged; the others have been listed by then.</exception>
    IAsyncEnumerable<ProjectDescription> ListProjectsAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a project that has neither models nor datasets.</summary>
    /// <exception cref="ConflictException">The project still has models or datasets.</exception>
    Task DeleteProjectAsync(string projectName, CancellationToken cancellationToken);

    /// <summary>Gives the project a dataset of the type, in place of the one it had.</summary>
    Task<DatasetDescription> CreateDatasetAsync(string projectName, DatasetType type, Dataset dataset, CancellationToken cancellationToken);

    /// <summary>The images and labels of a project's dataset.</summary>
    /// <exception cref="ResourceNotFoundException">The project has no dataset of the type.</exception>
    Task<Dataset> ReadDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken);

    /// <summary>Deletes a project's dataset; the images stay where they are.</summary>
    /// <exception cref="ResourceNotFoundException">The project has no dataset of the type.</exception>
    Task DeleteDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken);

    /// <summary>Trains the next version on the project's datasets.</summary>
    /// <exception cref="ValidationException">The dataset cannot be trained on; the message says why and names the files.</exception>
    Task<ModelDescription> CreateModelAsync(
        string projectName, ModelTrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Deletes one version.</summary>
    /// <exception cref="ConflictException">The model is hosted: stop it first.</exception>
    /// <exception cref="ValidationException">The version is <c>latest</c>: name a number.</exception>
    Task DeleteModelAsync(ModelReference model, CancellationToken cancellationToken);
}
