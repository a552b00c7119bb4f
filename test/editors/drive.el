;;; -*- lexical-binding: t -*-
;; What the tests do in Emacs, by name: each takes a list of arguments and returns what JSON can say.
(require 'json)
(require 'xref)

(defvar drive-state nil)
(defvar drive-asked nil)

(cl-defmethod eglot-handle-notification
  (_server (_method (eql claimwright/status)) &key state &allow-other-keys)
  (setq drive-state state))

;; Nobody is there to answer.
(defun y-or-n-p (prompt) (push prompt drive-asked) t)
(defun yes-or-no-p (prompt) (push prompt drive-asked) t)

;; Not in the list of processes: whoever tests was killed.
(run-with-timer
 2 2 (lambda ()
       (unless (process-attributes (string-to-number (getenv "CLAIMWRIGHT_TESTS")))
         (kill-emacs))))

(defun drive-wait (test)
  (let ((end (+ (float-time) 5)) value)
    (while (and (not (setq value (funcall test))) (< (float-time) end))
      (accept-process-output nil 0.02))
    value))

(defun drive-version ()
  (format "Emacs %s" emacs-version))

(defun drive-open (path)
  (switch-to-buffer (find-file-noselect path))
  ;; No command was run here, behind which Eglot would start.
  (run-hooks 'post-command-hook)
  (symbol-name major-mode))

(defun drive-ready ()
  (if (and (eglot-current-server) (equal drive-state "ready")) t :json-false))

(defun drive-encoding ()
  "utf-16")

(defun drive-renames_files ()
  (let* ((all (eglot-client-capabilities (eglot-current-server)))
         (edits (plist-get (plist-get all :workspace) :workspaceEdit)))
    (if (seq-contains-p (plist-get edits :resourceOperations) "rename") t :json-false)))

(defun drive-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun drive-place ()
  (vector buffer-file-name (buffer-substring-no-properties (point) (line-end-position))))

(defun drive-at (needle &optional skip)
  (goto-char (point-min))
  (if (search-forward needle nil t)
      (progn (goto-char (+ (match-beginning 0) (or skip 0))) t)
    :json-false))

(defun drive-diagnostics ()
  (flymake-start)
  (vconcat
   (mapcar (lambda (each)
             (let ((beg (flymake-diagnostic-beg each)) (end (flymake-diagnostic-end each)))
               `(:line ,(1- (line-number-at-pos beg))
                 :marked ,(buffer-substring-no-properties beg end)
                 :message ,(substring-no-properties (flymake-diagnostic-text each)))))
           (flymake-diagnostics))))

(defun drive-hover ()
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (drive-wait (lambda () shown))
    (substring-no-properties (or shown ""))))

(defun drive-definition ()
  (let ((before (drive-place)))
    (xref-find-definitions "LSP identifier at point.")
    (if (equal before (drive-place)) :json-false t)))

(defun drive-references ()
  (vconcat (mapcar (lambda (each) (xref-location-group (xref-item-location each)))
                   (xref-backend-references 'eglot "LSP identifier at point."))))

(defun drive-rename (name)
  (condition-case problem
      (progn (eglot-rename name) [])
    (error (vector (error-message-string problem)))))

(defun drive-save ()
  (save-some-buffers t)
  t)

(defun drive-action (title &optional kind)
  (let (titles (last-nonmenu-event ?a))
    (condition-case problem
        (cl-letf (((symbol-function 'completing-read)
                   (lambda (_prompt collection &rest _)
                     (setq titles (all-completions "" collection))
                     (if (member title titles) title (error "Not offered")))))
          (eglot-code-actions (point) (point) kind t)
          [])
      (error (vconcat (or titles (list (error-message-string problem))))))))

;; What a list of completions does: asks for the entries, and puts one of them in.
(defun drive-complete (typed choose)
  (insert typed)
  (let* ((found (run-hook-wrapped 'completion-at-point-functions
                                  #'completion--capf-wrapper 'all))
         (start (nth 1 found))
         (table (nth 3 found))
         (properties (nthcdr 4 found))
         (string (buffer-substring-no-properties start (point)))
         (all (completion-all-completions string table nil (length string)))
         (chosen (cl-find-if (lambda (each) (string-match-p (regexp-quote choose) each)) all)))
    (when (consp all) (setcdr (last all) nil))
    (when chosen
      (delete-region start (point))
      (insert chosen)
      (funcall (plist-get properties :exit-function) chosen 'finished))
    (vconcat (mapcar #'substring-no-properties all))))

(defun drive-messages ()
  (with-current-buffer (messages-buffer) (buffer-string)))

(defun drive-call (json file)
  ;; Whoever calls from outside does so in another buffer.
  (set-buffer (window-buffer (selected-window)))
  (let* ((asked (json-parse-string json :object-type 'plist :array-type 'list
                                   :null-object nil :false-object nil))
         (answer (condition-case problem
                     `(:value ,(apply (intern (concat "drive-" (plist-get asked :name)))
                                      (plist-get asked :arguments)))
                   (error `(:error ,(error-message-string problem)))))
         (coding-system-for-write 'utf-8-unix))
    (with-temp-file file (insert (json-encode answer)))
    t))
