#include "ui/common/error_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace labelwright::ui {
namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
};

/// The n-th argument as the code documents it; an error made without it still reads.
QString argument(const Error& error, std::size_t index) {
    return index < error.arguments.size() ? QString::fromStdString(error.arguments[index]) : QStringLiteral("…");
}

}  // namespace

QString errorText(const Error& error) {
    const QString first = argument(error, 0);
    const QString second = argument(error, 1);
    const QString third = argument(error, 2);
    switch (error.code) {
        case ErrorCode::InvalidArgument:
            return ErrorTexts::tr("This cannot be done as asked: %1").arg(QString::fromStdString(error.detail));
        case ErrorCode::InvalidTemplate:
            return ErrorTexts::tr("The template must hold {} exactly once: that is where each label's name goes.");
        case ErrorCode::FileNotFound:
            return ErrorTexts::tr("%1 is not there. It may have been moved or renamed; choose it again.").arg(first);
        case ErrorCode::FileUnreadable:
            return ErrorTexts::tr("%1 cannot be read: %2. Check its permissions, then try again.").arg(first, second);
        case ErrorCode::FileUnwritable:
            return ErrorTexts::tr("%1 cannot be written: %2. Check permissions and free space, or choose another place.")
                .arg(first, second);
        case ErrorCode::FileMalformed:
            return ErrorTexts::tr("%1 is damaged or of another kind, at %2: %3. Get the file again, or choose another.")
                .arg(first, second, third);
        case ErrorCode::UnsupportedModel:
            return ErrorTexts::tr("The model in %1 cannot be used: %2. Choose another model.").arg(first, second);
        case ErrorCode::ModelIncomplete:
            return ErrorTexts::tr("The model folder %1 has no %2. Copy or download the missing file into it.").arg(first, second);
        case ErrorCode::TensorMissing:
            return ErrorTexts::tr("The weights in %1 have no tensor %2, so they belong to another kind of model. Get the model again.")
                .arg(first, second);
        case ErrorCode::TensorShapeWrong:
            return ErrorTexts::tr("Tensor %2 in %1 has the shape %4 where %3 is needed: weights and configuration do not belong together.")
                .arg(first, second, third, argument(error, 3));
        case ErrorCode::TensorNotFinite:
            return ErrorTexts::tr("Tensor %2 in %1 holds values that are not numbers: the file is damaged. Get the model again.")
                .arg(first, second);
        case ErrorCode::PickleRefused:
            return ErrorTexts::tr("%1 was refused: it asks to run code (%2). Get the model as safetensors from a source that you trust.")
                .arg(first, second);
        case ErrorCode::ModelUnknown:
            return ErrorTexts::tr("No model named %1 was found. Add its folder under Models, or choose another.").arg(first);
        case ErrorCode::DeviceUnavailable:
            return ErrorTexts::tr("The device %1 cannot be used: %2. Choose another under Settings.").arg(first, second);
        case ErrorCode::PrecisionUnavailable:
            return ErrorTexts::tr("%2 cannot compute with %1: %3. Choose another precision under Settings.").arg(first, second, third);
        case ErrorCode::OutOfMemory:
            return ErrorTexts::tr("%1 has too little free memory even for one text. Close other programs, or choose a smaller model.")
                .arg(first);
        case ErrorCode::StorageFailed:
            return ErrorTexts::tr("%1 could not be read or written: %2. Check free space and permissions.").arg(first, second);
        case ErrorCode::StorageNewer:
            return ErrorTexts::tr(
                       "%1 was written by a newer version of this program (format %2; this one knows %3). It was left untouched; "
                       "open it with the newer version.")
                .arg(first, second, third);
        case ErrorCode::StorageHeld:
            return ErrorTexts::tr("%1 is open in another program (user %2 on %3). Close it there, or work on a copy.")
                .arg(first, second, third);
        case ErrorCode::NetworkFailed:
            return ErrorTexts::tr("%1 could not be reached: %2. Check the connection, then try again.").arg(first, second);
        case ErrorCode::HashMismatch:
            return ErrorTexts::tr("%1 did not arrive as published (another checksum) and was not kept. Download it again.").arg(first);
        case ErrorCode::Cancelled: return ErrorTexts::tr("Cancelled.");
        case ErrorCode::Internal:
            return ErrorTexts::tr("Something went wrong inside the program (%1). Your work is saved; please report this.")
                .arg(error.arguments.empty() ? QString::fromStdString(error.detail) : first);
    }
    return QString::fromStdString(error.detail);
}

QString rejectReasonText(RejectedRow::Reason reason) {
    switch (reason) {
        case RejectedRow::Reason::EmptyText: return ErrorTexts::tr("The text is empty");
        case RejectedRow::Reason::InvalidEncoding: return ErrorTexts::tr("Bytes that are not valid in this encoding");
        case RejectedRow::Reason::UnterminatedQuote: return ErrorTexts::tr("A quote that is never closed");
        case RejectedRow::Reason::TooManyColumns: return ErrorTexts::tr("More columns than the header");
        case RejectedRow::Reason::TooFewColumns: return ErrorTexts::tr("Fewer columns than the header");
        case RejectedRow::Reason::InvalidJson: return ErrorTexts::tr("Not valid JSON");
        case RejectedRow::Reason::NotAnObject: return ErrorTexts::tr("Not a JSON object");
        case RejectedRow::Reason::TextMissing: return ErrorTexts::tr("The text field is missing");
        case RejectedRow::Reason::TextNotAString: return ErrorTexts::tr("The text field is not a string");
        case RejectedRow::Reason::TooLong: return ErrorTexts::tr("Too long for one row");
        case RejectedRow::Reason::NotATextFile: return ErrorTexts::tr("Not a text file");
    }
    return {};
}

}  // namespace labelwright::ui
